import { inArray } from 'drizzle-orm'
import { db } from '../../../../db/client'
import { publications } from '../../../../db/schema'
import { readTemplate } from '../../made/read-template'
import type { PublicDesk } from '../../publication'
import { readPublicDesk, readVersions } from '../../read-published'
import { type CheckCopy, checkCopy } from '../check-copy'
import { numberedThrough } from './chosen'

/** The newest versions of checks as they stand now, in this order, each in the language of its desk; null where one is not there. */
export async function readChosen(numbers: number[]): Promise<CheckCopy[] | null> {
  const versions = await readVersions(db(), numbers)
  const deskOf = await readDesks(numbers)
  const copies = numbers.flatMap((number) => {
    const [newest] = versions.get(number) ?? []
    const desk = deskOf.get(number)
    return newest && desk ? [checkCopy(newest, readTemplate(desk).edition)] : []
  })
  return copies.length === numbers.length ? numberedThrough(copies) : null
}

/** The desk of each number, as its readers know it. */
async function readDesks(numbers: number[]): Promise<Map<number, PublicDesk>> {
  const rows = await db()
    .selectDistinct({ number: publications.number, deskId: publications.deskId })
    .from(publications)
    .where(inArray(publications.number, numbers))
  const faces = new Map<string, PublicDesk>()
  for (const { deskId } of rows) faces.set(deskId, faces.get(deskId) ?? (await readPublicDesk(db(), deskId)))
  return new Map(
    rows.flatMap(({ number, deskId }) => {
      const face = faces.get(deskId)
      return face ? [[number, face]] : []
    }),
  )
}
