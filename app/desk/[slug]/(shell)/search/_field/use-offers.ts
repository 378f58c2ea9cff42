import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import { useSettled } from '@/app/_ui/wait/use-settled'
import { soughtIn } from '@/server/search/search'
import { placeOfResults } from '../place-of'
import { type Offer, offersOf } from './offers'

/** How long somebody pauses while typing before it is asked for, in ms. */
const pause = 150

const none: Offer[] = []

/** What is typed into the search field, what it offers for that, and which of it is chosen; -1 for none. */
export function useOffers(slug: string, first: string) {
  const router = useRouter()
  const [typed, setTyped] = useState(first)
  const [wantsOffers, setWantsOffers] = useState(false)
  const [at, setAt] = useState(-1)
  const settled = useSettled(typed, pause)
  const isSought = soughtIn(settled).length > 0 && settled.trim().length > 1
  const { data, isFetching, isError } = useQuery(
    useTRPC().search.hits.queryOptions(
      { desk: slug, typed: settled, all: null },
      { enabled: wantsOffers && isSought, placeholderData: keepPreviousData },
    ),
  )
  const offers = data && isSought ? offersOf(slug, data) : none
  const isOpen = wantsOffers && offers.length > 0
  const close = () => {
    setWantsOffers(false)
    setAt(-1)
  }
  return {
    ...{ typed, offers, isOpen, close },
    at: isOpen && at < offers.length ? at : -1,
    /** What stands in the place of offers while there are none. */
    instead: wantsOffers && isSought && !isOpen ? whyNone(settled === typed && !isFetching, isError) : null,
    isSettled: settled === typed && !isFetching,
    open: () => setWantsOffers(true),
    type: (words: string) => {
      setTyped(words)
      setWantsOffers(true)
      setAt(-1)
    },
    move: (step: 1 | -1) => {
      setWantsOffers(true)
      // Before the first and after the last comes the field itself.
      const places = offers.length + 1
      setAt(((at + 1 + step + places) % places) - 1)
    },
    choose: (index: number) => {
      const offer = offers[index]
      close()
      // Readers' pages are no part of the app.
      if (offer?.kind === 'published') window.location.assign(offer.href)
      else if (offer) router.push(offer.href)
      else if (typed.trim()) router.push(placeOfResults(slug, typed))
    },
  }
}

function whyNone(isSettled: boolean, hasFailed: boolean): 'looking' | 'failed' | 'none' {
  if (!isSettled) return 'looking'
  return hasFailed ? 'failed' : 'none'
}
