import { desc, eq, sql } from 'drizzle-orm'
import { prepared } from '../../../db/prepared'
import { members, people, publications, reviews, revisions, submissions } from '../../../db/schema'
import type { Decided, Listed } from './read-queue'

/** A submission as a list shows it, with the last decision on it; null where nobody has decided. */
export type ListedWithReview = Listed & {
  review: Pick<Decided, 'decision' | 'note' | 'editor' | 'decidedAt'> | null
}

/** Submissions by their ids, in no order. */
export async function readListed(ids: string[]): Promise<ListedWithReview[]> {
  if (ids.length === 0) return []
  return listed().execute({ ids: `{${ids.join(',')}}` })
}

const listed = prepared((on) => {
  const { title, publisher, published } = revisions
  const head = on
    .select({ title, publisher, published })
    .from(revisions)
    .where(eq(revisions.articleId, submissions.articleId))
    .orderBy(desc(revisions.number))
    .limit(1)
    .as('head')
  const { decision, note, decidedAt } = reviews
  const review = on
    .select({ decision, note, editor: sql<string>`${people.name}`.as('editor'), decidedAt })
    .from(reviews)
    .innerJoin(members, eq(members.id, reviews.editorId))
    .innerJoin(people, eq(people.id, members.personId))
    .where(eq(reviews.submissionId, submissions.id))
    .orderBy(desc(reviews.decidedAt))
    .limit(1)
    .as('review')
  const { claimId, submissionId, version } = publications
  const becomes = sql<number>`(
    select coalesce(max(${version}) filter (where ${submissionId} = ${submissions.id}), max(${version}) + 1, 1)
    from ${publications} where ${claimId} = ${submissions.claimId})`
  return on
    .select({
      ...{ id: submissions.id, claimId: submissions.claimId, articleId: submissions.articleId },
      ...{ statement: submissions.statement, verdict: submissions.verdict },
      ...{ submittedBy: people.name, submittedAt: submissions.submittedAt },
      ...{ title: head.title, publisher: head.publisher, published: head.published },
      version: becomes.mapWith(Number),
      review: {
        ...{ decision: review.decision, note: review.note },
        ...{ editor: review.editor, decidedAt: review.decidedAt },
      },
    })
    .from(submissions)
    .innerJoin(members, eq(members.id, submissions.submittedBy))
    .innerJoin(people, eq(people.id, members.personId))
    .crossJoinLateral(head)
    .leftJoinLateral(review, sql`true`)
    .where(sql`${submissions.id} = any (${sql.placeholder('ids')}::uuid[])`)
    .prepare('submissions in a list')
})
