'use client'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import type { Queue } from '@/server/review/read-queue'
import type { SubmissionPage } from '@/server/review/read-submission'
import { ClaimColumn } from './_claim/claim-column'
import { DecisionColumn } from './_decision/decision-column'
import { EmptyColumn } from './_queue/empty-column'
import { QueueColumn } from './_queue/queue-column'
import { placeOf } from './place-of'
import { useApprovalKeys } from './use-approval-keys'
import { useFocusClaim } from './use-focus-claim'

type Props = { slug: string; queue: Queue; page: SubmissionPage | null; isChosen: boolean }

// Approvals belong to no room that could say "look again".
const often = 15_000

/** Queue, claim and decision side by side; on a narrow screen the queue, or the claim with the decision under it. */
export function Approvals({ slug, queue: firstQueue, page: firstPage, isChosen }: Props) {
  const trpc = useTRPC()
  const router = useRouter()
  const { data: queue } = useQuery(
    trpc.review.queue.queryOptions({ desk: slug }, { initialData: firstQueue, refetchInterval: often }),
  )
  const { data: page } = useQuery(
    trpc.review.submission.queryOptions(
      { desk: slug, submissionId: firstPage?.id ?? '' },
      { initialData: firstPage ?? undefined, enabled: firstPage !== null, refetchInterval: often },
    ),
  )
  const noteField = useRef<HTMLTextAreaElement>(null)
  const [isConfirming, setConfirming] = useState(false)
  const home = `/desk/${slug}/approvals`
  const order = [...queue.waiting, ...queue.ownEdits, ...queue.others, ...queue.decidedToday]
  const at = order.findIndex(({ id }) => id === page?.id)
  const goTo = (id: string | undefined) => id && router.push(`${home}/${id}`)
  useFocusClaim(page?.id ?? null)
  useApprovalKeys({
    j: () => goTo(order[at + 1]?.id),
    k: () => goTo(order[at - 1]?.id),
    o: () => page && router.push(placeOf(slug, page)),
    r: () => noteField.current?.focus(),
    a: () => page && !page.reason && setConfirming(true),
  })
  return (
    <div className={`appr ${isChosen ? 'is-chosen' : ''} ${page ? '' : 'is-bare'}`}>
      <QueueColumn queue={queue} openId={page?.id ?? null} home={home} />
      {page ? (
        <>
          <ClaimColumn key={page.id} page={page} slug={slug} />
          <DecisionColumn
            key={`decision on ${page.id}`}
            page={page}
            slug={slug}
            noteField={noteField}
            isConfirming={isConfirming}
            setConfirming={setConfirming}
            onDecided={() => {
              const next = queue.waiting.find(({ id }) => id !== page.id)
              router.push(next ? `${home}/${next.id}` : home)
            }}
          />
        </>
      ) : (
        <EmptyColumn queue={queue} />
      )}
    </div>
  )
}
