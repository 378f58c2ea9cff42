import { z } from 'zod'
import { type Role, roles } from '../../db/vocabulary'
import { quoteStands, selectorsShape } from '../claim/quote'
import { type Member, may } from '../member/member'
import type { Refusal } from '../refusal'
import { words } from '../words'

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

/** How a thread was last resolved or opened again; declined is resolved, too, with the reason of the no. */
export type Resolution = {
  isResolved: boolean
  isDeclined: boolean
  by: Someone
  at: Date
  reason: string
}

/** Words of an article that are talked about: where they stand, as a claim's quote says it, and in which revision. */
export const passageShape = z.object({ revision: z.string().max(64), selectors: selectorsShape })
export type Passage = z.infer<typeof passageShape>

/** Talk about a claim or a passage: its comments in the order they were said, and whether it is resolved. */
export type Thread = {
  id: string
  /** What it is about: one of the two. */
  claimId: string | null
  passage: Passage | null
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

/** The longest passage, in code points: about a longer one, an article is talked about as a whole. */
const longestPassage = 2_000

/** Why words cannot be talked about as a passage of a text; null when they stand in it as they say. */
export function whyNotPassage(text: string, { selectors }: Passage): Refusal | null {
  const { start, end } = selectors.position
  if (end - start > longestPassage) return { code: 'passage-too-long', values: { most: longestPassage } }
  return quoteStands(text, selectors) ? null : { code: 'quote-not-in-text' }
}

/** Where a thread is read in its article: what is added to the article's address. */
export function placeOfThread({ id, claimId }: Pick<Thread, 'id' | 'claimId'>, commentId?: string): string {
  const about = claimId ? `?claim=${claimId}` : `?passage=${id}`
  return commentId ? `${about}&comment=${commentId}` : about
}

/** Why a member may not resolve a thread, or open it again; null when they may. */
export function whyNotSettle(
  thread: { raisedBy: string },
  member: Pick<Member, 'id' | 'role'>,
): Refusal | null {
  if (thread.raisedBy === member.id || may(member, 'settle threads')) return null
  return { code: 'thread-not-yours' }
}

/** Why a thread cannot be settled so: a no resolves it, and goes with its reason. Null when it can. */
export function whyNotDecline({
  isResolved,
  isDeclined,
  reason,
}: Pick<Resolution, 'isResolved' | 'isDeclined' | 'reason'>): Refusal | null {
  if (!isDeclined) return null
  if (!isResolved) return { code: 'input-wrong' }
  return reason.trim() === '' ? { code: 'thread-no-reason' } : null
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

/** One line about a comment: whom it addresses first is said elsewhere, who else is mentioned has a name. */
export function asLine(text: string, nameOf: ReadonlyMap<string, string>): string {
  const pieces = piecesOf(text)
  const first = pieces.findIndex((piece) => 'words' in piece && /[^\s,:;]/.test(piece.words))
  if (first < 0) return '@…'
  return inNames(pieces.slice(first), nameOf)
    .replace(/^[\s,:;]+/, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** All of the words, with the names of who is mentioned. */
export function inNames(pieces: Piece[], nameOf: ReadonlyMap<string, string>): string {
  const name = (piece: { memberId: string } | { role: Role }) =>
    'role' in piece ? words()(`thread.roles.${piece.role}`) : (nameOf.get(piece.memberId) ?? '…')
  return pieces.map((piece) => ('words' in piece ? piece.words : `@${name(piece)}`)).join('')
}

/** Roles whose members can say something. */
export const talkingRoles = roles.filter((role) => may({ role }, 'discuss'))

/** Somebody or some role, the name that is written after the @, and whether they could answer: else it is no mention. */
export type Mentionable = { token: string; name: string; canAnswer: boolean }

/** The people of a desk and its roles as they can be mentioned. Where two share a name, their addresses tell them apart. */
export function mentionableOf(
  people: { id: string; name: string; email: string; role: Role }[],
  nameOf: (role: Role) => string,
): Mentionable[] {
  const isShared = (name: string) => people.filter((person) => person.name === name).length > 1
  return [
    ...people.map(({ id, name, email, role }) => ({
      ...{ token: id, name: isShared(name) ? `${name} (${email})` : name },
      canAnswer: talkingRoles.includes(role),
    })),
    ...roles.map((role) => ({ token: role, name: nameOf(role), canAnswer: talkingRoles.includes(role) })),
  ]
}

/** What a person typed as it is kept: each "@Name" of somebody who can be mentioned becomes a mention. */
export function withMentions(typed: string, mentionable: Mentionable[]): string {
  // The longest name first: "@Ana Maria" is not "@Ana" and a word.
  const byLength = mentionable
    .filter(({ canAnswer }) => canAnswer)
    .sort((one, other) => other.name.length - one.name.length)
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
