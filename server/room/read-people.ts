import { and, eq, sql } from 'drizzle-orm'
import { prepared } from '../../db/prepared'
import { articles, members, people, processes, roomPeople, rooms } from '../../db/schema'
import { isThere } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { isLiving } from './lease/living'
import { type PresentMember, presentMember } from './socket/presence'

/** Who is at this moment in rooms of the desk that a member may read, by article, each once, in whatever process. */
export async function readPeople({ id, deskId }: Member): Promise<Record<string, PresentMember[]>> {
  const rows = await inRoomsOf().execute({ id, deskId })
  const inRooms: Record<string, PresentMember[]> = {}
  for (const { articleId, ...member } of rows)
    inRooms[articleId] = [...(inRooms[articleId] ?? []), presentMember(member)]
  return inRooms
}

const inRoomsOf = prepared((on) => {
  const { id, deskId, personId, role } = members
  return on
    .selectDistinct({ articleId: articles.id, id, deskId, personId, name: people.name, role })
    .from(roomPeople)
    .innerJoin(sql`${processes} p`, sql`p.id = ${roomPeople.process}`)
    .innerJoin(rooms, eq(rooms.document, roomPeople.document))
    .innerJoin(articles, eq(articles.id, rooms.articleId))
    .innerJoin(members, eq(members.id, roomPeople.memberId))
    .innerJoin(people, eq(people.id, members.personId))
    .where(
      and(
        eq(articles.deskId, sql.placeholder('deskId')),
        isThere(articles.id, sql.placeholder('id')),
        sql.raw(isLiving),
      ),
    )
    .orderBy(people.name)
    .prepare('people in rooms of a desk')
})
