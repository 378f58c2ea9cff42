import { type Role, roles } from '../../db/vocabulary'
import { type Member, may } from '../member/member'
import type { Refusal } from '../refusal'

/** Somebody on the desk, by name. */
export type Someone = { id: string; name: string }

/** One comment with its newest words; `version` counts from 1 and grows with each edit. */
export type Comment = {
  id: string
  by: Someone
  saidAt: Date
  text: string
  version: number
  editedAt: Date | null
}

/** How a thread was last resolved or opened again. */
export type Resolution = { isResolved: boolean; by: Someone; at: Date; reason: string }

/** Talk about a claim: its comments in the order they were said, and whether it is resolved. */
export type Thread = {
  id: string
  claimId: string
  raisedBy: Someone
  raisedAt: Date
  comments: Comment[]
  resolution: Resolution | null
}

/** The longest comment, in UTF-16 units. */
export const longestComment = 4_000

export const isResolved = ({ resolution }: Pick<Thread, 'resolution'>) => resolution?.isResolved ?? false

/** Why words cannot be said as a comment; null when they can. */
export function whyNotSay(text: string): Refusal | null {
  if (text.trim() === '') return { code: 'comment-empty' }
  return text.length > longestComment ? { code: 'comment-too-long', values: { most: longestComment } } : null
}

/** Why a member may not change a comment's words; null when they may. `version` is the one they read. */
export function whyNotEdit(
  comment: { memberId: string; version: number },
  { member, version }: { member: Pick<Member, 'id'>; version: number },
): Refusal | null {
  if (comment.memberId !== member.id) return { code: 'comment-not-yours' }
  return comment.version === version ? null : { code: 'comment-changed' }
}

/** Why a member may not resolve a thread, or open it again; null when they may. */
export function whyNotSettle(
  thread: { raisedBy: string },
  member: Pick<Member, 'id' | 'role'>,
): Refusal | null {
  if (thread.raisedBy === member.id || may(member, 'settle threads')) return null
  return { code: 'thread-not-yours' }
}

/** Whom a text mentions, each once. */
export type Mentioned = { memberIds: string[]; roles: Role[] }

/** A mention in a comment's text: `<@` and a member's id or a role, so that it outlives a change of name. */
const mention = /<@([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|observer|reviewer|editor|admin)>/g

export function mentionedIn(text: string): Mentioned {
  const found = [...new Set([...text.matchAll(mention)].map(([, name = '']) => name))]
  return {
    memberIds: found.filter((name) => !isRole(name)),
    roles: found.filter(isRole),
  }
}

/** A comment's text as what is shown: words, and mentions in between. */
export type Piece = { words: string } | { memberId: string } | { role: Role }

export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const found of text.matchAll(mention)) {
    const [whole, name = ''] = found
    if (found.index > from) pieces.push({ words: text.slice(from, found.index) })
    pieces.push(isRole(name) ? { role: name } : { memberId: name })
    from = found.index + whole.length
  }
  if (from < text.length) pieces.push({ words: text.slice(from) })
  return pieces
}

/** The words alone, for a line about a comment: whom it addresses is said elsewhere. */
export function withoutMentions(text: string): string {
  const said = piecesOf(text).map((piece) => ('words' in piece ? piece.words : ''))
  return (
    said
      .join('')
      .replace(/^[\s,:;]+/, '')
      .replace(/\s+/g, ' ')
      .trim() || '@…'
  )
}

/** Somebody or some role that can be mentioned, and the name that is written after the @. */
export type Mentionable = { token: string; name: string }

/** What a person typed as it is kept: each "@Name" of somebody who can be mentioned becomes a mention. */
export function withMentions(typed: string, mentionable: Mentionable[]): string {
  // The longest name first: "@Ana Maria" is not "@Ana" and a word.
  const byLength = [...mentionable].sort((one, other) => other.name.length - one.name.length)
  let text = ''
  for (let at = 0; at < typed.length; ) {
    const rest = typed.slice(at)
    const named = rest.startsWith('@')
      ? byLength.find(
          ({ name }) => rest.startsWith(`@${name}`) && !/^[\p{L}\p{N}]/u.test(rest.slice(name.length + 1)),
        )
      : undefined
    text += named ? `<@${named.token}>` : typed[at]
    at += named ? named.name.length + 1 : 1
  }
  return text
}

/** The same the other way round, for somebody who edits what they said. */
export function asTyped(text: string, mentionable: Mentionable[]): string {
  return text.replace(mention, (whole, token: string) => {
    const named = mentionable.find((entry) => entry.token === token)
    // Who is no longer on the desk stays mentioned, under a sign that nobody types.
    return named ? `@${named.name}` : whole
  })
}

const isRole = (name: string): name is Role => (roles as readonly string[]).includes(name)
