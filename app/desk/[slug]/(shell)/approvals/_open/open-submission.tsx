'use client'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { useKeys } from '@/app/_keys/use-keys'
import { sayWrong } from '@/app/_ui/toast'
import { ScaleProvider } from '@/app/_verdict/scale'
import { say } from '@/server/refusal'
import type { SubmissionPage } from '@/server/review/approval/read-submission'
import type { Queue } from '@/server/review/queue/read-queue'
import { ClaimColumn } from '../_claim/claim-column'
import { DecisionColumn } from '../_decision/decision-column'
import { PreviewDialog } from '../_preview/preview-dialog'
import { useSelection } from '../_several/selection'
import { besideOf } from '../order'
import { placeOf } from '../place-of'
import { useQueue } from '../use-queue'

import { openBeside } from './use-open-id'
import { useOpening } from './use-opening'
import { useFetchBefore } from './use-submission'

type Props = { slug: string; queue: Queue; page: SubmissionPage }

/** The open submission: its claim and the decision on it, with the keys that move on from it. */
export function OpenSubmission({ slug, queue: firstQueue, page }: Props) {
  const router = useRouter()
  const queue = useQueue(slug, firstQueue)
  const { selected } = useSelection()
  useOpening(slug, page.id, page.isOpen && !page.reason)
  const [isPreviewing, setPreviewing] = useState(false)
  const noteField = useRef<HTMLTextAreaElement>(null)
  const [isConfirming, setConfirming] = useState(false)
  const whyNot = page.reason ?? page.whyNotApprove
  const goTo = (id: string | undefined) => id && openBeside(slug, id)
  const { before, behind } = besideOf(queue, page.id)
  useFetchBefore(slug, page.mayFetchBeside ? [behind?.id, before?.id] : [])
  useKeys({
    j: () => goTo(behind?.id),
    k: () => goTo(before?.id),
    o: () => router.push(placeOf(slug, page)),
    r: () => noteField.current?.focus(),
    p: () => page.isOpen && setPreviewing(true),
    // With several selected it asks about them all, which the queue does.
    a: selected.size > 1 ? undefined : () => (whyNot ? sayWrong(say(whyNot)) : setConfirming(true)),
    t: () => document.querySelector<HTMLInputElement>('.evid input:not(:checked)')?.focus(),
  })
  return (
    <ScaleProvider scale={page.scale}>
      <ClaimColumn page={page} slug={slug} />
      <DecisionColumn
        {...{ page, slug, noteField, isConfirming, setConfirming, setPreviewing }}
        onDecided={() => {
          const next = nextWaiting(queue, page.id)
          if (next) goTo(next)
          else router.push(`/desk/${slug}/approvals`)
        }}
      />
      <PreviewDialog {...{ page, slug }} isOpen={isPreviewing} onClose={() => setPreviewing(false)} />
    </ScaleProvider>
  )
}

/** What to look at after this submission: the one below it, else the one that has waited longest. */
function nextWaiting({ waiting }: Queue, id: string): string | undefined {
  const at = waiting.findIndex((line) => line.id === id)
  const others = waiting.filter((line) => line.id !== id)
  return (others[at] ?? others[0])?.id
}
