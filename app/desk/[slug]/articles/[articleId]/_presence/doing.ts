import { blockPositions } from '@/server/article/frozen-text'
import type { Claim } from '@/server/claim/claim'
import { words } from '@/server/words'
import type { Person } from '../_room/people-store'
import type { Workspace } from '../_room/room'

/** What somebody does at this moment, as the list of people says it; null while nothing is known. */
export function doing(
  { writes, readsAt }: Person,
  claims: readonly Claim[],
  { blocks }: Workspace['revision'],
): string | null {
  const t = words()
  const number = claims.findIndex(({ id }) => id === writes?.claimId) + 1
  if (writes && number > 0) return t(`people.writes.${writes.field}`, { number })
  if (readsAt === null) return null
  const after = blockPositions(blocks).findIndex(({ start }) => start > readsAt)
  return t('people.reads', { number: after < 0 ? blocks.length : Math.max(1, after) })
}
