import type { LinkState } from '../../../db/vocabulary/evidence'
import { addressKey } from '../../article/article'
import type { RefusalCode } from '../../refusal'
import { findQuote } from '../words/quote-found'

/** What an archived page says: as an article is read, and all words that stand in it. */
export type Said = { text: string; wholeText: string }

/** The states that put in doubt what leans on a source. */
export const doubtful: readonly LinkState[] = ['changed', 'gone']

const [hour, day] = [60 * 60_000, 24 * 60 * 60_000]
/** How long after a look that brought something the next one is due, and at least after any other, in ms. */
export const [week, shortestWait] = [7 * day, hour]
/** How long after each look that failed in a row, in ms. */
const afterFaults = [shortestWait, 6 * hour, day, 3 * day]

/** What a look that brought nothing says of the link. A host that no name leads to any more is gone like a page. */
export function stateOfFault(fault: RefusalCode): LinkState {
  if (fault === 'page-missing' || fault === 'address-not-found') return 'gone'
  return fault === 'page-refused' ? 'blocked' : 'silent'
}

/** `was` is what the verdict leans on, `newest` what was kept last. */
export type Found = {
  asked: string
  answered: string
  quote: string
  was: Said | null
  newest: Said | null
  is: Said
}
export type Judged = { state: LinkState; saysTheSame: boolean }

/** What became of a link that answered, and whether it says what was kept of it last. */
export function judged({ newest, is, ...found }: Found): Judged {
  return { state: stateOfFound({ ...found, is }), saysTheSame: newest !== null && saysTheSame(newest, is) }
}

/** Pages change with each visit in what nobody reads; another copy is kept where the words are others. */
function saysTheSame(before: Said, now: Said): boolean {
  const said = folded(now)
  return said !== '' && folded(before) === said && wordsOf(before) === wordsOf(now)
}
const wordsOf = ({ wholeText }: Said) => folded({ text: '', wholeText })

/**
 * What became of a link that answered. The words that are quoted decide: while they stand where they stood, the rest of a
 * page may change. Without a quote the page must say what it said, however it is set.
 */
export function stateOfFound({ asked, answered, quote, was, is }: Omit<Found, 'newest'>): LinkState {
  if (was && hasChanged(quote, was, is)) return 'changed'
  return addressKey(asked) === addressKey(answered) ? 'ok' : 'moved'
}

function hasChanged(quote: string, was: Said, is: Said): boolean {
  if (!quote.trim()) return folded(was) !== folded(is)
  const stands = (said: Said) => findQuote(quote, [said.text, said.wholeText]).is === 'found'
  return stands(was) && !stands(is)
}

/** What a page says, told apart by words alone. */
const folded = ({ text, wholeText }: Said): string =>
  (text || wholeText)
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()

/** A look at an address, the newest first among others. */
export type Look = { address: string; begunAt: Date; fault: RefusalCode | null }

/** How often in a row a server must not have answered well, and since when, in ms, for what stood there to be gone. */
const silence = { looks: 4, time: 3 * week }
const unanswered: readonly (RefusalCode | null)[] = ['address-unreachable', 'address-too-slow', 'page-failed']

/**
 * Since when a look that is not answered now is one of so many over so long that the page is gone; null where it is not.
 * `looks` are the ended ones of its address, the newest first; those that failed here say nothing of it.
 */
export function silentSince(looks: readonly Look[], now: Date): Date | null {
  const there = looks.filter(({ fault }) => fault !== 'archive-failed')
  const answered = there.findIndex(({ fault }) => !unanswered.includes(fault))
  const row = answered < 0 ? there : there.slice(0, answered)
  const since = row.at(-1)?.begunAt
  if (!since || row.length + 1 < silence.looks) return null
  return now.getTime() - since.getTime() >= silence.time ? since : null
}

/** Whether an address is to be looked at: at once when it was never, then weekly, and ever less often where it fails. */
export function isDueToLook(address: string, looks: readonly Look[], now: Date): boolean {
  const own = looks.filter((look) => look.address === address)
  const [newest] = own
  if (!newest) return true
  const lastGood = own.findIndex(({ fault }) => fault === null)
  const faults = lastGood < 0 ? own.length : lastGood
  const wait = faults === 0 ? week : (afterFaults[faults - 1] ?? week)
  return now.getTime() - newest.begunAt.getTime() >= wait
}

/** Of what is due, one address of each host: nobody is asked twice within a round. */
export function onePerHost<Due extends { address: string }>(due: readonly Due[]): Due[] {
  const hosts = new Set<string>()
  return due.filter(({ address }) => {
    const host = URL.canParse(address) ? new URL(address).host : address
    if (hosts.has(host)) return false
    hosts.add(host)
    return true
  })
}
