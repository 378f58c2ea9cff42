import ipaddr from 'ipaddr.js'
import {
  type Decision,
  decisions,
  type Role,
  roles,
  type SubmissionKind,
  submissionKinds,
} from '../../db/vocabulary'
import { canonicalHash } from '../canonical-hash'
import type { Act, OpenAct, OwnAct } from '../member/member'
import type { RefusalCode } from '../refusal'

/**
 * What may be done or refused, as the table of who may names it; and signing in, which anybody may try, and what another
 * site's page asked for with somebody's cookie, whatever it was.
 */
export type AuditAct = Act | OpenAct | OwnAct | 'sign in' | typeof fromElsewhere

export const fromElsewhere = 'act from another site'

/** Fixed words that say more about an act. */
export type AuditWords = { role?: Role; decision?: Decision; kind?: SubmissionKind; reason?: string }

/** One entry as it is kept: who did what, or was refused it. */
export type AuditEntry = {
  id: string
  /** Null for what belongs to the installation. */
  deskId: string | null
  at: Date
  act: string
  way: string
  outcome: string
  memberId: string | null
  personId: string | null
  things: Record<string, string>
  words: AuditWords
  requestId: string | null
  address: string | null
}

export const done = 'done'

/** Ways that nobody on a desk takes: by the operator's command, or by itself. */
export const ways = { operator: 'member add', itself: 'webhook gone' } as const

/** What an entry says of an act; the rest is known where it is kept. */
export type Happening = Pick<AuditEntry, 'deskId' | 'memberId' | 'personId' | 'things' | 'words' | 'way'> & {
  act: AuditAct
  outcome: typeof done | RefusalCode | `room-${string}`
}

/** The place of an entry in its chain: its hash covers the entry and the one before it. */
export type AuditLink = { index: number; entryId: string; previousHash: string; hash: string }

export const beforeTheChain = '0'.repeat(64)

/** The next link after `previous` (null for the first), with its hash over RFC 8785 JSON. */
export function nextLink(previous: Pick<AuditLink, 'index' | 'hash'> | null, entry: AuditEntry): AuditLink {
  const link = { index: (previous?.index ?? -1) + 1, previousHash: previous?.hash ?? beforeTheChain }
  const hash = canonicalHash({ ...link, entry: { ...entry, at: entry.at.toISOString() } })
  return { ...link, entryId: entry.id, hash }
}

/** Why a chain does not hold, at its first broken link. */
export type Break = {
  index: number
  entryId: string
  why: 'entry-missing' | 'entry-changed' | 'link-missing'
}

/** The first link, in order of index, that does not follow from the one before it; null while all hold. */
export function firstBreak(
  previous: Pick<AuditLink, 'index' | 'hash'> | null,
  links: { link: AuditLink; entry: AuditEntry | null }[],
): Break | null {
  let before = previous
  for (const { link, entry } of links) {
    const at = { index: link.index, entryId: link.entryId }
    if (link.index !== (before?.index ?? -1) + 1) return { ...at, why: 'link-missing' }
    if (!entry) return { ...at, why: 'entry-missing' }
    const expected = nextLink(before, entry)
    if (expected.hash !== link.hash || expected.previousHash !== link.previousHash)
      return { ...at, why: 'entry-changed' }
    before = link
  }
  return null
}

/** The network of an address: enough to tell one place from another, not to tell a household from its neighbours. */
export function networkOf(address: string | null | undefined): string | null {
  if (!address || !ipaddr.isValid(address)) return null
  const parsed = ipaddr.process(address)
  const bits = parsed.kind() === 'ipv4' ? 24 : 48
  const kind = parsed.kind() === 'ipv4' ? ipaddr.IPv4 : ipaddr.IPv6
  return `${kind.networkAddressFromCIDR(`${parsed.toString()}/${bits}`).toString()}/${bits}`
}

/**
 * Ids that a question names, by their keys. Anything else that was asked with is people's words, and none of the
 * audit's business.
 */
export function thingsIn(asked: unknown): Record<string, string> {
  const things = entriesOf(asked).filter(([key, value]) => /^(id|\w+Id)$/.test(key) && isId(value))
  return Object.fromEntries(things.slice(0, 8)) as Record<string, string> // each was found to be an id
}

/** Those of the fixed words that a question names. */
export function wordsIn(asked: unknown): AuditWords {
  const { role, decision, kind } = Object.fromEntries(entriesOf(asked))
  return {
    ...pick('role', role, roles),
    ...pick('decision', decision, decisions),
    ...pick('kind', kind, submissionKinds),
  }
}

function pick<Key extends string, Word extends string>(key: Key, said: unknown, known: readonly Word[]) {
  const word = known.find((one) => one === said)
  // An object with one key that is not known to the compiler.
  return (word ? { [key]: word } : {}) as Partial<Record<Key, Word>>
}

const isId = (value: unknown) =>
  typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value)

function entriesOf(asked: unknown): [string, unknown][] {
  return typeof asked === 'object' && asked !== null ? Object.entries(asked) : []
}

/** What was refused before the thing was looked for says nothing of it: it may be another desk's. */
export function mayName(outcome: string): boolean {
  return outcome !== 'role-too-low' && !outcome.endsWith('-unknown')
}
