/** A room as this device may keep a copy of it: one a member, and one a lineage, as a restore begins another room. */
export type KeptRoom = { memberId: string; articleId: string; lineage: string }

/** The name under which this browser keeps a member's copy of an article's room. */
export const roomName = (room: KeptRoom) => `${copiesOf(room)}${room.lineage}`

/** What the names of all the copies that a member has of an article's room begin with. */
export const copiesOf = ({ memberId, articleId }: Omit<KeptRoom, 'lineage'>) =>
  `proofroom:${memberId}:article:${articleId}:`

/** The name of the note that something of that copy was not sent. */
export const noteName = ({ memberId, articleId, lineage }: KeptRoom) =>
  `${notesOf(memberId)}${articleId}:${lineage}`

/** What the names of all notes of a member begin with. */
export const notesOf = (memberId: string) => `proofroom-unsent:${memberId}:`

/** The room that a note of a member is about. */
export function roomOfNote(memberId: string, name: string): KeptRoom {
  const [articleId = '', lineage = ''] = name.slice(notesOf(memberId).length).split(':')
  return { memberId, articleId, lineage }
}
