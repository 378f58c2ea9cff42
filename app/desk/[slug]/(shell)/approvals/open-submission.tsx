'use client'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import type { Queue } from '@/server/review/approval/read-queue'
import type { SubmissionPage } from '@/server/review/approval/read-submission'
import { ClaimColumn } from './_claim/claim-column'
import { DecisionColumn } from './_decision/decision-column'
import { placeOf } from './place-of'
import { useApprovalKeys } from './use-approval-keys'
import { often, useQueue } from './use-queue'

type Props = { slug: string; queue: Queue; page: SubmissionPage }

/** The open submission: its claim and the decision on it, with the keys that move on from it. */
export function OpenSubmission({ slug, queue: firstQueue, page: firstPage }: Props) {
  const trpc = useTRPC()
  const router = useRouter()
  const queue = useQueue(slug, firstQueue)
  const { data: page } = useQuery(
    trpc.review.submission.queryOptions(
      { desk: slug, submissionId: firstPage.id },
      { initialData: firstPage, refetchInterval: often },
    ),
  )
  const noteField = useRef<HTMLTextAreaElement>(null)
  const [isConfirming, setConfirming] = useState(false)
  const goTo = (id: string | undefined) => id && router.push(`/desk/${slug}/approvals/${id}`)
  const order = [...queue.waiting, ...queue.ownEdits, ...queue.others, ...queue.decidedToday]
  const at = order.findIndex(({ id }) => id === page.id)
  useApprovalKeys({
    j: () => goTo(order[at + 1]?.id),
    k: () => goTo(order[at - 1]?.id),
    o: () => router.push(placeOf(slug, page)),
    r: () => noteField.current?.focus(),
    a: () => !page.reason && setConfirming(true),
  })
  return (
    <>
      <ClaimColumn page={page} slug={slug} />
      <DecisionColumn
        {...{ page, slug, noteField, isConfirming, setConfirming }}
        onDecided={() => {
          const next = nextWaiting(queue, page.id)
          if (next) goTo(next)
          else router.push(`/desk/${slug}/approvals`)
        }}
      />
    </>
  )
}

/** What to look at after this submission: the one below it, else the one that has waited longest. */
function nextWaiting({ waiting }: Queue, id: string): string | undefined {
  const at = waiting.findIndex((line) => line.id === id)
  const others = waiting.filter((line) => line.id !== id)
  return (others[at] ?? others[0])?.id
}
