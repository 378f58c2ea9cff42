import { type Verdict, verdicts } from '../../db/vocabulary'
import { addressKey, wholeAddress } from '../article/article'
import { houseEntry, type Scale } from '../claim/scale'
import { isStatedDate } from '../date/stated-date'
import type { Refusal } from '../refusal'

/** What is known of a check from before Proofroom. */
export const pastFields = ['address', 'statement', 'speaker', 'date', 'rating', 'answer'] as const
export type PastField = (typeof pastFields)[number]
export type PastRow = Record<PastField, string>

export type PastCheck = {
  address: string
  addressKey: string
  statement: string
  speaker: string
  publishedOn: string
  rating: string
  verdict: Verdict | null
  shortAnswer: string
}

/** What columns are called where nobody says which is which: our own names, and those of ClaimReview. */
const usual: Record<PastField, string[]> = {
  address: ['address', 'url', 'link', 'permalink'],
  statement: ['statement', 'claim', 'claimreviewed'],
  speaker: ['speaker', 'claimant', 'author'],
  date: ['date', 'published', 'datepublished', 'publishedat'],
  rating: ['rating', 'verdict', 'conclusion', 'alternatename'],
  answer: ['answer', 'shortanswer', 'summary', 'ratingexplanation'],
}

/** Which column has which field: as it was said, else by its name; -1 where none has it. */
export function matchColumns(columns: string[], said: Map<string, PastField>): Record<PastField, number> {
  const placeOf = (field: PastField) => {
    const named = columns.findIndex((column) => said.get(column) === field)
    if (named >= 0) return named
    const plain = columns.map((column) =>
      said.has(column) ? '' : column.toLowerCase().replace(/[\s_-]/g, ''),
    )
    return plain.findIndex((column) => usual[field].includes(column))
  }
  const [address, statement, speaker] = [placeOf('address'), placeOf('statement'), placeOf('speaker')]
  return {
    address,
    statement,
    speaker,
    date: placeOf('date'),
    rating: placeOf('rating'),
    answer: placeOf('answer'),
  }
}

/** A row as a check, or why it cannot be one. */
export function readPastRow(row: PastRow, scale: Scale): PastCheck | Refusal {
  const address = wholeAddress(row.address)
  if (!address) return { code: 'past-address' }
  const statement = row.statement.trim()
  if (!statement) return { code: 'past-statement' }
  const publishedOn = row.date.trim().replace(/T.*$/, '')
  if (!isStatedDate(publishedOn)) return { code: 'past-date', values: { date: row.date.trim() || '–' } }
  const rating = row.rating.trim()
  if (!rating) return { code: 'past-rating' }
  return {
    ...{
      address,
      addressKey: addressKey(address),
      statement,
      speaker: row.speaker.trim(),
      publishedOn,
      rating,
    },
    ...{ verdict: verdictCalled(rating, scale), shortAnswer: row.answer.trim() },
  }
}

/** The verdict that is called so on the desk or in the house; null where neither has it. */
function verdictCalled(rating: string, scale: Scale): Verdict | null {
  const called = (name: string) => name.toLowerCase() === rating.toLowerCase()
  const own = scale.find(({ label }) => called(label))
  return own?.verdict ?? verdicts.find((one) => called(one) || called(houseEntry(one).label)) ?? null
}
