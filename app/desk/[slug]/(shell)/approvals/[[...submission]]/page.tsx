import '@/app/_styles/approval.css'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { answerFor, api } from '@/app/_api/server'
import { words } from '@/server/words'
import { Approvals } from '../approvals'

type Props = { params: Promise<{ slug: string; submission?: string[] }> }

export const metadata: Metadata = { title: words()('approvals.title') }

/** The queue with one submission open: the one in the address, else the one that has waited longest. */
export default async function ApprovalsPage({ params }: Props) {
  const { slug, submission = [] } = await params
  const path = ['/desk', slug, 'approvals', ...submission].join('/')
  if (submission.length > 1 || !z.uuid().optional().safeParse(submission[0]).success) notFound()
  const newsroom = await api()
  const queue = await answerFor(path, newsroom.review.queue({ desk: slug }))
  const submissionId = submission[0] ?? queue.waiting[0]?.id
  const page = submissionId
    ? await answerFor(path, newsroom.review.submission({ desk: slug, submissionId }))
    : null
  return <Approvals slug={slug} queue={queue} page={page} isChosen={submission.length > 0} />
}
