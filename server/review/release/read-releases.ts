import { eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database, Transaction } from '../../../db/client'
import { isAmong } from '../../../db/ids'
import { members, people, releaseOutcomes, releases } from '../../../db/schema'
import type { Release } from './release'

/** The release that is planned, or was, of each of some submissions, by the submission's id. */
export async function readReleases(
  ids: string[],
  on: Pick<Database | Transaction, 'select'>,
): Promise<Map<string, Release>> {
  const [stopping, stopper] = [alias(members, 'stopping'), alias(people, 'stopper')]
  const rows = await on
    .select({
      ...{ submissionId: releases.submissionId, publishAt: releases.publishAt, editor: people.name },
      ...{ end: releaseOutcomes.end, note: releaseOutcomes.note, refusal: releaseOutcomes.refusal },
      ...{ endedAt: releaseOutcomes.endedAt, stopper: stopper.name },
    })
    .from(releases)
    .innerJoin(members, eq(members.id, releases.editorId))
    .innerJoin(people, eq(people.id, members.personId))
    .leftJoin(releaseOutcomes, eq(releaseOutcomes.releaseId, releases.id))
    .leftJoin(stopping, eq(stopping.id, releaseOutcomes.memberId))
    .leftJoin(stopper, eq(stopper.id, stopping.personId))
    .where(isAmong(releases.submissionId, ids))
  return new Map(rows.map(({ submissionId, ...row }) => [submissionId, asRelease(row)]))
}

type Row = { publishAt: Date; editor: string; stopper: string | null } & {
  [key in 'end' | 'note' | 'refusal' | 'endedAt']: (typeof releaseOutcomes.$inferSelect)[key] | null
}

function asRelease({ publishAt, editor, end, note, refusal, endedAt, stopper }: Row): Release {
  const outcome =
    end === null || endedAt === null
      ? null
      : { end, editor: stopper, note: note ?? '', refusal, at: endedAt.toISOString() }
  return { publishAt: publishAt.toISOString(), editor, outcome }
}
