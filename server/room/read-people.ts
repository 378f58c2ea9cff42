import { eq, sql } from 'drizzle-orm'
import { db } from '../../db/client'
import { articles, members, people, processes, roomPeople, rooms } from '../../db/schema'
import { isThere } from '../deleted/read-removal'
import type { Member } from '../member/member'
import { isLiving } from './lease/living'
import { type PresentMember, presentMember } from './socket/presence'

/** Who is at this moment in rooms of the desk that a member may read, by article, each once, in whatever process. */
export async function readPeople({ id, deskId }: Member): Promise<Record<string, PresentMember[]>> {
  const { rows } = await db().execute<Row>(sql`
    select distinct ${articles.id} as "articleId", ${members.id}, ${members.deskId} as "deskId",
      ${members.personId} as "personId", ${people.name}, ${members.role}
    from ${roomPeople}
      join ${processes} p on p.id = ${roomPeople.process}
      join ${rooms} on ${rooms.document} = ${roomPeople.document}
      join ${articles} on ${articles.id} = ${rooms.articleId}
      join ${members} on ${members.id} = ${roomPeople.memberId}
      join ${people} on ${people.id} = ${members.personId}
    where ${eq(articles.deskId, deskId)} and ${isThere(articles.id, id)} and ${sql.raw(isLiving)}
    order by ${people.name}`)
  const inRooms: Record<string, PresentMember[]> = {}
  for (const { articleId, ...member } of rows)
    inRooms[articleId] = [...(inRooms[articleId] ?? []), presentMember(member)]
  return inRooms
}

type Row = Member & { articleId: string }
