import { desc, eq } from 'drizzle-orm'
import { type Database, db, type Transaction } from '../../db/client'
import { scales, submissions } from '../../db/schema'
import { houseScale, type Scale } from '../claim/scale'

type Reader = Pick<Database | Transaction, 'select'>

/** A scale with the row that keeps it; number 0 is the house's own, which no row keeps. */
export type KeptScale = { id: string | null; number: number; entries: Scale }

/** The scale that holds on a desk now. */
export async function readScale(deskId: string, at: Reader = db()): Promise<KeptScale> {
  const [newest] = await at
    .select({ id: scales.id, number: scales.number, entries: scales.entries })
    .from(scales)
    .where(eq(scales.deskId, deskId))
    .orderBy(desc(scales.number))
    .limit(1)
  return newest ?? { id: null, number: 0, entries: houseScale() }
}

/** The scale that a submission was made with. */
export async function readScaleOf(submissionId: string, at: Reader = db()): Promise<Scale> {
  const [row] = await at
    .select({ entries: scales.entries })
    .from(submissions)
    .innerJoin(scales, eq(scales.id, submissions.scaleId))
    .where(eq(submissions.id, submissionId))
  return row?.entries ?? houseScale()
}
