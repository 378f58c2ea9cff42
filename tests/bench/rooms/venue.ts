import { encode } from 'next-auth/jwt'
import { v7 as newId } from 'uuid'
import { freezeDraft } from '../../../server/article/draft/freeze-draft'
import { importContent } from '../../../server/article/import-article'
import { readArticle, readDraft, uncorrected } from '../../../server/article/read-article'
import { authSecret, sessionCookieName } from '../../../server/auth'
import type { Member } from '../../../server/member/member'
import { makePass } from '../../../server/room/admit'
import { setText } from '../../../server/room/doc/claim-values'
import { markClaim } from '../../../server/room/doc/marks'
import type { RoomDoc } from '../../../server/room/doc/room-doc'
import { writeInRoom } from '../../../server/room/live/write-in-room'
import { startSession } from '../../../server/session/sign-in'
import type { Place } from '../crowd/person'
import type { Newsroom } from '../newsroom'

/** Our own side of the benchmark: members, articles and passes. */
export type Venue = {
  places: (people: number, rooms?: number) => Promise<Place[]>
  /** An article with so many claims, all written. */
  fullArticle: (claims: number) => Promise<{ articleId: string; hash: string; text: string }>
  /** Places in one article, so many, the members in turn. */
  placesIn: (article: { articleId: string; hash: string; text: string }, times: number) => Promise<Place[]>
  cookie: () => Promise<string>
}

type Seat = { member: Member; sessionId: string }

const members = 100

export async function openVenue({ server, addMember }: Newsroom): Promise<Venue> {
  const url = `${server.origin.replace('http', 'ws')}/collab`
  const seats: Seat[] = []
  for (let n = 1; n <= members; n++) {
    const member = await addMember(`Rater ${n}`)
    seats.push({ member, sessionId: await startSession(member.personId) })
  }
  const [first] = seats
  if (!first) throw new Error('nobody was added')
  const placeOf = async (
    article: { articleId: string; hash: string; text: string },
    seat: Seat,
  ): Promise<Place> => {
    const { document, token } = await makePass({ ...seat, articleId: article.articleId })
    return { url, dialect: 'hocuspocus', document, token, hash: article.hash, text: article.text }
  }
  return {
    places: async (people, rooms = 1) => {
      const articles = []
      for (let n = 0; n < rooms; n++) articles.push(await newArticle(first.member, 3))
      const places: Place[] = []
      for (let n = 0; n < people; n++) {
        const [article, seat] = [articles[n % rooms], seats[n % members]]
        if (article && seat) places.push(await placeOf(article, seat))
      }
      return places
    },
    fullArticle: async (claims) => {
      const article = await newArticle(first.member, 250)
      await writeInRoom(article.articleId, first.member, (doc) => fill(doc, article, claims))
      return article
    },
    placesIn: (article, times) =>
      Promise.all(Array.from({ length: times }, (_, n) => placeOf(article, seats[n % members] ?? first))),
    cookie: async () => {
      const token = await encode({ token: { sid: first.sessionId }, secret: await authSecret() })
      return `${sessionCookieName()}=${token}`
    },
  }
}

/** Writes so many claims into a document, each with a statement. */
export function fill(doc: RoomDoc, { hash, text }: { hash: string; text: string }, claims: number): void {
  const step = Math.max(1, Math.floor((text.length - 80) / claims))
  for (let n = 0; n < claims; n++) {
    const id = newId()
    const span = { start: n * step, end: n * step + 60 }
    markClaim(doc, { id, at: new Date().toISOString(), revision: hash, text, span, appearance: null })
    setText(doc, 'statement', id, `Statement ${n + 1} says what the quote says`)
  }
}

async function newArticle(member: Member, length: number) {
  const title = `Report ${newId()}`
  const content = `${title}\n\n${Array.from({ length }, (_, n) => paragraph(n)).join('\n\n')}`
  const imported = await importContent(member, { kind: 'text', content })
  if (!('draftId' in imported)) throw new Error('a text without an address was taken for another')
  const { extraction } = await readDraft(member, imported.draftId)
  const { articleId } = await freezeDraft(member, imported.draftId, { ...uncorrected(extraction), title })
  const { revision } = await readArticle(member, articleId)
  return { articleId, hash: revision.hash, text: revision.text }
}

function paragraph(n: number): string {
  return `On day ${n} the committee counted ${n * 17 + 40} people in ${n % 9} shelters, it said, and ${n * 3} more with relatives in the lower valley. The ministry confirmed ${n * 11} of them by the evening, after its counters had gone from house to house.`
}
