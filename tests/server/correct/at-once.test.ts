import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { logEntries, publications } from '../../../db/schema'
import { firstBrokenEntry } from '../../../server/publication/log/log'
import { Refused } from '../../../server/refusal'
import { decide } from '../../../server/review/decide'
import { freshDatabase } from '../../database'
import { aClaim, onDesk } from '../../newsroom'
import { aNewsroom, submitted } from '../../publishing'

const db = await freshDatabase()

/** How many claims, and how many editors who press Approve on each of them at the same moment. */
const [claims, editors] = [200, 5]
/** How many claims are pressed on together: ten times as many presses wait as the server has connections. */
const wave = 40

test('200 claims and 5 editors who press at once make exactly 200 publications in one linked log', async () => {
  const room = await aNewsroom()
  const pressing = await Promise.all(Array.from({ length: editors }, () => onDesk('editor', room.desk)))
  const waiting = await Promise.all(Array.from({ length: claims }, () => submitted(room, aClaim())))
  const outcomes: PromiseSettledResult<unknown>[] = []
  for (let from = 0; from < claims; from += wave) {
    const presses = waiting
      .slice(from, from + wave)
      .flatMap(({ id: submissionId }) =>
        pressing.map((member) => decide({ member, submissionId, decision: 'approved', note: '' })),
      )
    outcomes.push(...(await Promise.allSettled(presses)))
  }
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
  expect(refused).toHaveLength(claims * (editors - 1))
  expect(refused.every((why) => why instanceof Refused && why.refusal.code === 'already-decided')).toBe(true)

  const published = await db.select().from(publications).where(eq(publications.deskId, room.desk.id))
  expect(published).toHaveLength(claims)
  expect(new Set(published.map(({ claimId }) => claimId)).size).toBe(claims)
  expect(new Set(published.map(({ number }) => number)).size).toBe(claims)
  expect(published.every(({ version }) => version === 1)).toBe(true)

  const log = await db.select().from(logEntries).orderBy(logEntries.index)
  expect(log).toHaveLength(claims)
  expect(firstBrokenEntry(log)).toBeNull()
  expect(new Set(log.map(({ publicationId }) => publicationId))).toEqual(
    new Set(published.map(({ id }) => id)),
  )
}, 120_000)
