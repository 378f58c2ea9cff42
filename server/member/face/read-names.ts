import { eq, inArray } from 'drizzle-orm'
import type { Database, Transaction } from '../../../db/client'
import { members, people } from '../../../db/schema'
import type { Words } from '../../words'
import { publicNames } from './public-name'

/** How readers are told of these members now, in the order given; each of them counts once. */
export async function readPublicNames(
  at: Pick<Database | Transaction, 'select'>,
  memberIds: string[],
  say: Words,
): Promise<string[]> {
  const { id, role, shownAs, pseudonym } = members
  const found = await at
    .select({ id, role, shownAs, pseudonym, name: people.name })
    .from(members)
    .innerJoin(people, eq(people.id, members.personId))
    .where(inArray(members.id, memberIds))
  const inOrder = [...new Set(memberIds)].flatMap((id) => found.filter((member) => member.id === id))
  return publicNames(inOrder, say)
}
