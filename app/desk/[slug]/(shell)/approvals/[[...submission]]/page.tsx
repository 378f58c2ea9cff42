import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { answerFor, answerUnlessShut, api } from '@/app/_api/server'
import { words } from '@/server/words'
import { Review } from '../_open/review'

type Props = { params: Promise<{ slug: string; submission?: string[] }> }

export const generateMetadata = (): Metadata => ({ title: words()('approvals.title') })

/** The submission in the address, else the one that has waited longest. */
export default async function ApprovalsPage({ params }: Props) {
  const { slug, submission = [] } = await params
  const path = ['/desk', slug, 'approvals', ...submission].join('/')
  if (submission.length > 1 || !z.uuid().optional().safeParse(submission[0]).success) notFound()
  const newsroom = await api()
  const queue = await answerFor(path, newsroom.review.queue({ desk: slug }))
  const submissionId = submission[0] ?? queue.waiting[0]?.id
  if (!submissionId) return <Review slug={slug} queue={queue} first={null} />
  const asked = newsroom.review.submission({ desk: slug, submissionId })
  const { answer: page, shut } = await answerUnlessShut(path, asked)
  if (shut) redirect(`/desk/${slug}/articles/${shut.values?.articleId}`)
  return <Review slug={slug} queue={queue} first={page} />
}
