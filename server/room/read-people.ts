import { pool } from '../../db/client'
import type { Role } from '../../db/vocabulary'
import { documentOf } from './doc/room-doc'
import { isLiving } from './lease/living'
import { type PresentMember, presentMember } from './socket/presence'

type Row = { document: string; id: string; deskId: string; personId: string; name: string; role: Role }

/** Who is at this moment in the rooms of these articles, by article, each member once, in whatever process. */
export async function readPeople(articleIds: string[]): Promise<Record<string, PresentMember[]>> {
  const { rows } = await pool().query<Row>(
    `select distinct r.document, m.id, m.desk_id as "deskId", m.person_id as "personId", e.name, m.role
     from room_people r
       join processes p on p.id = r.process
       join members m on m.id = r.member_id
       join people e on e.id = m.person_id
     where r.document = any ($1) and ${isLiving}
     order by e.name`,
    [articleIds.map(documentOf)],
  )
  const inRoom = (articleId: string) => rows.filter(({ document }) => document === documentOf(articleId))
  return Object.fromEntries(articleIds.map((articleId) => [articleId, inRoom(articleId).map(presentMember)]))
}
