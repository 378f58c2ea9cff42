import { asc, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { db } from '../../db/client'
import { roomUpdates } from '../../db/schema'
import { makePass } from '../../server/room/admit'
import { documentOf } from '../../server/room/doc/room-doc'
import { readRoomClaims } from '../../server/room/kept/read-room'
import { anArticle, onDesk } from '../newsroom'
import { aRoomServer, type RoomServer, signedIn } from '../rooms/browser'
import { wordsIn } from './acts'
import { arrive, type Person } from './person'
import { type House, type Played, play } from './play'
import { storyOf } from './story'

/** Promises, for so many stories, that after healing everybody has everything and so has SQL. */
export function chaos(seeds: number): void {
  const asked = Number(process.env.CHAOS_SEED)
  const chosen = asked ? [asked] : Array.from({ length: seeds }, (_, index) => index + 1)
  const healed: number[] = []
  afterAll(() => console.log(`${healed.length} stories, healed within ${Math.max(0, ...healed)} ms`))

  describe.concurrent('after every trouble everybody has everything', () => {
    for (const seed of chosen)
      test(`story ${seed} (again: CHAOS_SEED=${seed} npm run test:chaos)`, { timeout: 180_000 }, async () => {
        healed.push(await tell(seed))
      })
  })
}

/** Plays the story of a seed on servers of its own; returns how long healing took, in ms. */
async function tell(seed: number): Promise<number> {
  const story = storyOf(seed)
  const importer = await onDesk('editor')
  const { id: articleId } = await anArticle(importer)
  const house = await aHouse(articleId)
  const people: Person[] = []
  try {
    for (let number = 0; number < story.people; number++) {
      const device = await signedIn(await onDesk('reviewer'))
      const askForPass = async () => (await makePass({ ...device, articleId })).token
      people.push(arrive({ name: `p${number}`, url: house.url, articleId, askForPass }))
    }
    const played = await play(story, people, house)
    await compare(played, articleId)
    return played.healedInMs
  } finally {
    for (const person of people) person.leave()
    await house.close()
  }
}

async function compare({ typed, people, keptButNotStored }: Played, articleId: string): Promise<void> {
  const places = [
    ...people.map(({ doc }) => wordsIn(doc)),
    await storedWords(articleId),
    await logWords(articleId),
  ]
  const [first = ''] = places
  const times = (string: string) => first.split(string).length - 1
  expect(new Set(places).size).toBe(1)
  expect(keptButNotStored).toEqual([])
  expect(typed.mustBeThere().filter((string) => times(string) !== 1)).toEqual([])
  expect(typed.mustBeGone().filter((string) => times(string) !== 0)).toEqual([])
}

const storedWords = async (articleId: string) => JSON.stringify(await readRoomClaims(articleId))

async function logWords(articleId: string): Promise<string> {
  const document = eq(roomUpdates.document, documentOf(articleId))
  const rows = await db().select().from(roomUpdates).where(document).orderBy(asc(roomUpdates.sequence))
  const doc = new Y.Doc()
  for (const { bytes } of rows) Y.applyUpdate(doc, bytes)
  return wordsIn(doc)
}

/** A server that comes back on another port, which the lines know. */
async function aHouse(articleId: string): Promise<House & { url: () => string; close: () => Promise<void> }> {
  const all: RoomServer[] = [await aRoomServer()]
  const url = () => all.at(-1)?.url ?? ''
  return {
    url,
    stored: () => storedWords(articleId),
    async restart() {
      await all.at(-1)?.stop()
      all.push(await aRoomServer())
    },
    async kill() {
      await all.at(-1)?.kill()
      all.push(await aRoomServer())
    },
    async close() {
      for (const server of all) await server.stop()
    },
  }
}
