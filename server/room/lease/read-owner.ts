import { createHash } from 'node:crypto'
import { pool } from '../../../db/client'
import { isLiving } from './living'

type Process = { id: string; address: string | null }

/** Where a room is to be opened: in this process, at the address of another one, or at this moment nowhere. */
export type Way = 'here' | 'nowhere' | { address: string }

/** The way to a room: to the process that holds it, else to one that may. */
export async function readWay(document: string, self: { id: string; holdsRooms: boolean }): Promise<Way> {
  const owner = await readOwner(document)
  if (owner) return owner.id === self.id ? 'here' : wayTo(owner)
  return self.holdsRooms ? 'here' : wayTo(await choose(document))
}

function wayTo(process: Process | null): Way {
  return process?.address ? { address: process.address } : 'nowhere'
}

async function readOwner(document: string): Promise<Process | null> {
  const { rows } = await pool().query<Process>(
    `select p.id, p.address from rooms r join processes p on p.id = r.owner
     where r.document = $1 and ${isLiving}`,
    [document],
  )
  return rows[0] ?? null
}

/** The same process for the same room, whoever asks, so that two do not take it in turns. */
async function choose(document: string): Promise<Process | null> {
  const { rows } = await pool().query<Process>(
    `select p.id, p.address from processes p where p.holds_rooms and ${isLiving}`,
  )
  const weight = ({ id }: Process) => createHash('sha256').update(`${document} ${id}`).digest('hex')
  return rows.toSorted((one, other) => (weight(one) < weight(other) ? -1 : 1))[0] ?? null
}
