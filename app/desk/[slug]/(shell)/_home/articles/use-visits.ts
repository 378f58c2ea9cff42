'use client'
import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import { isNewSince } from '@/server/visit/visit'

/** Whether something happened in an article since this member last looked at it; read once for all rows. */
export function useIsChangedSince(slug: string, articleId: string, activeAt: Date): boolean {
  const { data } = useQuery(useTRPC().visit.ofArticles.queryOptions({ desk: slug }))
  const visit = data?.find((one) => one.articleId === articleId)
  return isNewSince(activeAt, visit?.at ?? null)
}
