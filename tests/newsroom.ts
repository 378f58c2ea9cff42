import { v7 as uuid } from 'uuid'
import { textHash } from '../server/article/frozen-text'
import type { Claim } from '../server/claim/claim'
import { describeQuote } from '../server/claim/quote'
import type { Rationale, RationaleNode } from '../server/claim/rationale'
import type { Member } from '../server/member/member'
import type { DecidableSubmission } from '../server/review/submission'
import type { Source } from '../server/source/source'

/** The article of tests: three paragraphs about a dam. */
export const damParagraphs = [
  'Two thousand people were driven from their homes when the Karsell dam gave way shortly before midnight.',
  'The government has set aside 14 million marks, which the prime minister called the largest relief package since independence.',
  'Engineers had warned of cracks in the northern wall since 2019 – nobody acted.',
]
export const damText = damParagraphs.join('\n\n')
export const damHash = textHash(damText)

/** A claim that is ready to be submitted, in plain values; a test names only what matters to it. */
export function aClaim(parts: Partial<Claim> & { words?: string } = {}): Claim {
  const { words = 'the largest relief package since independence', ...rest } = parts
  const id = parts.id ?? uuid()
  const sources = (parts.sources ?? [aSource(), aSource()]).map((source) => ({ ...source, claimId: id }))
  return {
    id,
    markedAt: '2026-03-06T08:00:00.000Z',
    isDeleted: false,
    revision: damHash,
    selectors: selectorsOf(words),
    statement: 'It is the largest relief package since independence.',
    speaker: 'The prime minister',
    saidAt: '2026-03-05',
    kind: 'comparison',
    topics: [],
    appearances: [{ address: 'https://ledger.example/karsell', date: '2026-03-05' }],
    verdict: 'misleading',
    shortAnswer: 'Only in cash terms. Adjusted for prices, the 1987 package was larger.',
    notKnown: '',
    asKnownAt: '2026-03-06',
    rationale: aRationale('In cash terms this is right, adjusted for prices it is not', sources),
    damaged: [],
    ...rest,
    sources,
  }
}

/** Where words stand in the article of tests. */
export function selectorsOf(words: string, text = damText) {
  const at = text.indexOf(words)
  const start = Array.from(text.slice(0, at)).length
  const selectors = at < 0 ? null : describeQuote(text, { start, end: start + Array.from(words).length })
  if (!selectors) throw new Error(`the article does not say “${words}”`)
  return selectors
}

let publishers = 0

/** A complete source, each with a publisher of its own. */
export function aSource(parts: Partial<Source> = {}): Source {
  publishers += 1
  return {
    id: uuid(),
    claimId: uuid(),
    kind: 'data',
    stance: 'refutes',
    title: 'Register of relief payments',
    address: `https://treasury-${publishers}.example/register`,
    publisher: `Treasury ${publishers}`,
    date: '2026-02',
    quote: '14,000,000 marks',
    place: 'p. 3',
    ...parts,
  }
}

/** One paragraph that cites each of the sources in turn. */
export function aRationale(text: string, cited: Pick<Source, 'id'>[] = []): Rationale {
  const citations = cited.map((source): RationaleNode => ({ type: 'citation', attrs: { source: source.id } }))
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }, ...citations] }] }
}

/** A member in plain values, in no database. */
export function aMember(parts: Partial<Member> = {}): Member {
  return { id: uuid(), deskId: theDesk, personId: uuid(), name: 'Ruth Adeyemi', role: 'editor', ...parts }
}
const theDesk = uuid()

/** What is known of an undecided submission of the desk that `aMember` is on. */
export function aSubmission(parts: Partial<DecidableSubmission> = {}): DecidableSubmission {
  return {
    deskId: theDesk,
    authors: [uuid()],
    withdrawnAt: null,
    isSuperseded: false,
    reviews: [],
    approvalsNeeded: 1,
    ...parts,
  }
}
