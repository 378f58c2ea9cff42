import { v7 as uuid } from 'uuid'
import { db, pool } from '../db/client'
import { articles, desks, members, people, revisions } from '../db/schema'
import type { Role } from '../db/vocabulary'
import type { Block } from '../server/article/extract/extraction'
import { textHash } from '../server/article/frozen-text'
import type { Claim } from '../server/claim/claim'
import type { Figure } from '../server/claim/figure/figure'
import { describeQuote } from '../server/claim/quote'
import type { Rationale, RationaleNode } from '../server/claim/rationale'
import type { Member } from '../server/member/member'
import { Refused } from '../server/refusal'
import { claimHash, type DecidableSubmission } from '../server/review/submission'
import type { RoomDoc } from '../server/room/doc/room-doc'
import { readRoomClaims } from '../server/room/kept/read-room'
import { writeInRoom } from '../server/room/live/write-in-room'
import type { Source } from '../server/source/source'
import { writeClaim } from './write-claim'

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
    figure: null,
    topics: [],
    appearances: [{ id: uuid(), address: 'https://ledger.example/karsell', date: '2026-03-05' }],
    verdict: 'misleading',
    confidence: null,
    shortAnswer: 'Only in cash terms. Adjusted for prices, the 1987 package was larger.',
    notKnown: '',
    asKnownAt: '2026-03-06',
    rationale: aRationale('In cash terms this is right, adjusted for prices it is not', sources),
    searches: [],
    replies: [],
    damaged: [],
    ...rest,
    sources,
  }
}

/** A figure as a person confirmed it; a test names only what matters to it. */
export function aFigure(parts: Partial<Figure> = {}): Figure {
  return {
    ...{ reported: 'Two thousand', at: { start: 0, end: 12 }, low: 2000, high: 2000, exactness: 'exactly' },
    ...{ unit: '', counted: 'people', scope: '', per: '', place: '', from: null, to: null, saidBy: '' },
    ...parts,
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
    returnsNeeded: 1,
    release: null,
    ...parts,
  }
}

export type Desk = typeof desks.$inferSelect

/** A desk of its own; `settings` are those a test cares about. */
export async function aDesk(settings: Partial<typeof desks.$inferInsert> = {}): Promise<Desk> {
  const id = uuid()
  const values = { id, slug: `desk-${id}`, name: 'Meridian Fact Desk', timeZone: 'Europe/Berlin' }
  const [desk] = await db()
    .insert(desks)
    .values({ ...values, ...settings })
    .returning()
  if (!desk) throw new Error('an insert returned no row')
  return desk
}

/** What a test file has on its database, by the database's address: files share a process. */
type OfFile = { desk: Promise<Desk> | null; newcomers: number }
const files = new Map<string, OfFile>()

function ofFile(): OfFile {
  const address = pool().options.connectionString ?? ''
  const known = files.get(address) ?? { desk: null, newcomers: 0 }
  files.set(address, known)
  return known
}

/** The desk that a test file's people are on where the test names none. */
export function theFilesDesk(): Promise<Desk> {
  const file = ofFile()
  file.desk ??= aDesk()
  return file.desk
}

const names = ['Lena Sørby', 'Idris Okoye', 'Ruth Adeyemi', 'Jonas Pryce', 'Tomas Vey', 'Maren Holt']

/** Somebody new with this role on the file's desk, or on the one that is named. */
export async function onDesk(role: Role, desk?: Desk): Promise<Member> {
  const { id: deskId } = desk ?? (await theFilesDesk())
  const name = names[ofFile().newcomers++ % names.length] ?? ''
  const [personId, id] = [uuid(), uuid()]
  const person = { id: personId, email: `${personId}@desk.example`, name, passwordHash: 'nobody signs in' }
  await db().insert(people).values(person)
  await db().insert(members).values({ id, deskId, personId, role })
  return { id, deskId, personId, name, role }
}

export type Article = { id: string; deskId: string; text: string; hash: string }

/** The article of tests, imported by a member to their desk. */
export async function anArticle(by: Member): Promise<Article> {
  const id = uuid()
  const address = `https://ledger.example/${id}`
  const place = { deskId: by.deskId, address, addressKey: address, importedBy: by.id }
  await db()
    .insert(articles)
    .values({ id, ...place })
  await db()
    .insert(revisions)
    .values({
      ...{ id: uuid(), articleId: id, number: 1, text: damText, hash: damHash, frozenBy: by.id },
      ...{ title: 'Two thousand driven from homes after Karsell dam breach', byline: ['A. Reporter'] },
      ...{ published: '2026-03-05', publisher: 'The Northern Ledger', language: 'en' },
      ...{ blocks: damParagraphs.map((text): Block => ({ kind: 'paragraph', text })), original: damText },
      provenance: {},
    })
  return { id, deskId: by.deskId, text: damText, hash: damHash }
}

/** A room with stored updates. `edit` keeps what a member writes; `hashOf` is what a browser that saw all of it sends. */
export type Room = {
  articleId: string
  edit: (member: Member, change: (doc: RoomDoc) => void) => Promise<void>
  hashOf: (claimId: string) => Promise<string>
}

/** The room of a new article, in which a member has written these claims. */
export async function aRoomWith(written: Claim[], by: Member): Promise<Room> {
  const article = await anArticle(by)
  const room: Room = {
    articleId: article.id,
    edit: (member, change) => writeInRoom(article.id, member, change),
    hashOf: async (claimId) => {
      const claim = (await readRoomClaims(article.id)).find(({ id }) => id === claimId)
      return claim ? claimHash(claim) : ''
    },
  }
  for (const claim of written) await room.edit(by, (doc) => writeClaim(doc, claim, article.text))
  return room
}

/** The code an act is refused with; a fault goes on to the test, and so does an act that is not refused. */
export async function refusalOf(act: Promise<unknown>): Promise<string> {
  try {
    await act
  } catch (error) {
    if (error instanceof Refused) return error.refusal.code
    throw error
  }
  throw new Error('it was not refused')
}
