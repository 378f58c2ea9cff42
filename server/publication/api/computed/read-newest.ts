import { eq } from 'drizzle-orm'
import { isAway } from '../../../../db/away/away'
import { db } from '../../../../db/client'
import { publications } from '../../../../db/schema'
import { settings } from '../../../env'
import type { Carded } from '../../pages/claim/claim-card'
import { type Edition, editionOf } from '../../pages/edition'
import { readPublicDesk, readVersions } from '../../read-published'
import { readKept } from '../../stored/keep-files'
import { apiClaimPath } from '../api-paths'
import { claimShape } from '../claim-shape'

/** What of a claim's newest version is told of it elsewhere, and in what it is told. */
type Newest = { newest: Carded; edition: Edition }

/**
 * A claim's newest version with what it is told of in, by the document that we keep of it while the database is away;
 * null where none is published under the number.
 */
export async function readNewest(number: number): Promise<Newest | null> {
  try {
    return await readRows(number)
  } catch (error) {
    const kept = isAway(error) ? readKept(apiClaimPath(number)) : null
    if (kept) return newestIn(JSON.parse(kept.bytes.toString('utf8')))
    throw error
  }
}

function newestIn(document: unknown): Newest {
  const { number, kind, note, statement, verdict, shortAnswer, desk } = claimShape.parse(document)
  const scale = verdict ? [{ ...verdict, verdict: verdict.value }] : []
  return {
    newest: {
      ...{ number, kind, publicNote: note ?? '' },
      content: {
        claim: { statement, verdict: verdict?.value ?? null, shortAnswer: shortAnswer ?? '' },
        scale,
      },
    },
    edition: editionOf(desk, { origin: settings().publicOrigin, stylesheet: '' }),
  }
}

async function readRows(number: number): Promise<Newest | null> {
  const [row] = await db()
    .select({ deskId: publications.deskId })
    .from(publications)
    .where(eq(publications.number, number))
    .limit(1)
  const [newest] = (await readVersions(db(), [number])).get(number) ?? []
  if (!row || !newest) return null
  const desk = await readPublicDesk(db(), row.deskId)
  return { newest, edition: editionOf(desk, { origin: settings().publicOrigin, stylesheet: '' }) }
}
