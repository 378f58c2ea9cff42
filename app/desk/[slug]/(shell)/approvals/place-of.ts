import type { SubmissionPage } from '@/server/review/approval/read-submission'

/** Where the claim of a submission stands in its article. */
export const placeOf = (slug: string, page: Pick<SubmissionPage, 'article' | 'claimId'>) =>
  `/desk/${slug}/articles/${page.article.id}?claim=${page.claimId}`
