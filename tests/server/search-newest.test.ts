import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { desks, newestVersions } from '../../db/schema'
import { readNewestFound } from '../../server/search/read-newest-found'
import { soughtIn } from '../../server/search/search'
import { queryOf } from '../../server/search/write-query'
import { fillPublished } from '../bench/public/fill-published'
import { tongues, wordsOf } from '../bench/public/words'
import { freshDatabase } from '../database'

const db = await freshDatabase()
const [english] = tongues
const words = english ? wordsOf(english) : []
const [most, second, third, middle] = [words[0], words[1], words[2], words[60]]

// More than are looked through before an index is asked.
await fillPublished(3_000)

/** The same, asked of every row. */
async function inAllRows(typed: string, isWanted = sql`true`) {
  const found = await db
    .select({ id: newestVersions.publicationId })
    .from(newestVersions)
    .innerJoin(desks, eq(desks.id, newestVersions.deskId))
    .where(sql`${isWanted} and ${newestVersions}.words @@ ${queryOf(soughtIn(typed))}`)
    .orderBy(sql`${newestVersions.logIndex} desc`)
  return found.map(({ id }) => id)
}

const searches = [
  { typed: `${most}`, what: 'a word that stands nearly everywhere' },
  { typed: `${middle}`, what: 'a word that stands here and there' },
  { typed: '1391', what: 'a number that stands once a desk' },
  { typed: 'unheard-of', what: 'what stands nowhere' },
  { typed: `${most?.slice(0, 3)}`, what: 'the beginning of words' },
  { typed: `${middle} ${most}`, what: 'two words, wherever they stand' },
  { typed: `"${most} ${second}"`, what: 'two words that often stand together' },
  { typed: `"${third} ${middle}"`, what: 'two words that stand together rarely' },
  { typed: `"${second} ${third}" ${most}`, what: 'a run and a word' },
]

for (const { typed, what } of searches)
  test(`${what}: found as if every row were read, on each page`, async () => {
    const all = await inAllRows(typed)
    expect(all.length > 0).toBe(typed !== 'unheard-of')
    for (const offset of [0, 7, Math.max(0, all.length - 5), all.length + 1])
      expect(
        await readNewestFound(db, { sought: soughtIn(typed), isWanted: sql`true`, limit: 20, offset }),
      ).toEqual(all.slice(offset, offset + 20))
  })

test('only what is wanted is found, however little that is', async () => {
  const [few] = await db
    .select({ number: newestVersions.number })
    .from(newestVersions)
    .innerJoin(desks, eq(desks.id, newestVersions.deskId))
    .where(eq(desks.language, 'en'))
    .orderBy(newestVersions.number)
    .offset(40)
  for (const isWanted of [sql`${desks.language} = 'en'`, sql`${newestVersions.number} < ${few?.number}`])
    expect(await readNewestFound(db, { sought: soughtIn(`${most}`), isWanted, limit: 5_000 })).toEqual(
      await inAllRows(`${most}`, isWanted),
    )
})
