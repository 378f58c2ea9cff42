import { v7 as uuid } from 'uuid'
import { db } from '../db/client'
import { submissions } from '../db/schema'
import type { SubmissionKind } from '../db/vocabulary'
import type { Claim } from '../server/claim/claim'
import type { Member } from '../server/member/member'
import { type Published, publish } from '../server/publication/publish'
import { claimHash, frozenClaim } from '../server/review/submission'
import { type Article, aDesk, anArticle, type Desk, onDesk } from './newsroom'

/** A desk with an article, somebody who checks and somebody who approves. */
export type Newsroom = { desk: Desk; author: Member; editor: Member; article: Article }

export async function aNewsroom(settings: Parameters<typeof aDesk>[0] = {}): Promise<Newsroom> {
  const desk = await aDesk(settings)
  const author = await onDesk('reviewer', desk)
  const editor = await onDesk('editor', desk)
  return { desk, author, editor, article: await anArticle(author) }
}

export type Version = { kind?: SubmissionKind; publicNote?: string; at?: Date }

/** A submission of a claim, as its authors left it. */
export async function submitted(
  room: Newsroom,
  claim: Claim,
  { kind = 'first', publicNote = '' }: Version = {},
) {
  const values = {
    ...{ id: uuid(), claimId: claim.id, articleId: room.article.id, deskId: room.desk.id },
    ...{ hash: claimHash(claim), frozen: frozenClaim(claim), topics: claim.topics, kind, publicNote },
    ...{ authors: [room.author.id], submittedBy: room.author.id },
    ...{ approvalsNeeded: room.desk.approvalsNeeded, returnsNeeded: room.desk.returnsNeeded },
  }
  const [row] = await db().insert(submissions).values(values).returning()
  if (!row) throw new Error('an insert returned no row')
  return row
}

/** Publishes a claim as its next version. */
export async function published(room: Newsroom, claim: Claim, version: Version = {}): Promise<Published> {
  const submission = await submitted(room, claim, version)
  const at = version.at ?? new Date('2026-03-09T10:20:00Z')
  return db().transaction((tx) => publish(tx, { submission, editor: room.editor, at }))
}
