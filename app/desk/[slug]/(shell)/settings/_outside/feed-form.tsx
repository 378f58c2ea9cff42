'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { v7 as uuid } from 'uuid'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { Field } from '@/app/_form/field'
import { ProblemSummary } from '@/app/_form/problem'
import { SubmitButton } from '@/app/_form/submit-button'
import { useProblems } from '@/app/_form/use-problems'
import { words } from '@/server/words'

/** An address to fetch checks of others from; it is fetched at once. */
export function FeedForm({ slug }: { slug: string }) {
  const t = words()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { problems, tries, show } = useProblems()
  // Made once for each address: sent again after a lost answer, it is the same.
  const [feedId, setFeedId] = useState(() => uuid())
  const add = useMutation(trpc.outside.add.mutationOptions())
  const fetching = useMutation(trpc.outside.fetch.mutationOptions())

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const address = String(new FormData(form).get('feed-address') ?? '').trim()
    if (!address) return show([{ field: 'feed-address', sentence: t('outside.addressMissing') }])
    try {
      await add.mutateAsync({ desk: slug, feedId, address })
      show([])
      form.reset()
      setFeedId(uuid())
      await fetching.mutateAsync({ desk: slug, feedId })
    } catch (error) {
      show([{ field: null, sentence: sentenceOf(error) }])
    } finally {
      queries.invalidateQueries({ queryKey: trpc.outside.pathKey() })
    }
  }

  return (
    <form method="post" noValidate onSubmit={send} aria-label={t('outside.addTitle')}>
      <ProblemSummary key={tries} title={t('outside.notAdded')} problems={problems} />
      <Field
        label={t('outside.address')}
        name="feed-address"
        type="url"
        hint={t('outside.addressHint')}
        problems={problems}
      />
      <SubmitButton className="btn" isBusy={add.isPending || fetching.isPending}>
        {t('outside.add')}
      </SubmitButton>
    </form>
  )
}
