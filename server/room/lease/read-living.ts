import { pool } from '../../../db/client'
import { isLiving } from './living'

/** The processes at work on this database at this moment. */
export async function readLiving(): Promise<{ address: string | null; likeness: string }[]> {
  const { rows } = await pool().query<{ address: string | null; likeness: string }>(
    `select p.address, p.likeness from processes p where ${isLiving}`,
  )
  return rows
}
