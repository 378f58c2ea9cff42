import { eq } from 'drizzle-orm'
import { db } from '../../db/client'
import { desks } from '../../db/schema'
import { seedDemo } from '../../server/demo/seed-demo'
import { addMember } from '../../server/member/add-member'
import type { Member } from '../../server/member/member'
import { readMemberById } from '../../server/member/read-member'
import { connectDatabase, type OpenDatabase } from '../../server/process/connect-database'
import { type Running, startServer } from '../e2e/server'

/** A real server in a process of its own, with the demo newsroom in it, and our own way into its database. */
export type Newsroom = {
  server: Running
  /** Megabytes the server held before anybody came. */
  idle: number
  /** Where its database answers. */
  databaseUrl: string
  addMember: (name: string) => Promise<Member>
  close: () => Promise<void>
}

const password = 'a password for benchmarks'

export async function openNewsroom(): Promise<Newsroom> {
  // Readers come from many networks: who asks for one is believed.
  const server = await startServer({ env: { TRUSTED_PROXIES: '127.0.0.1' } })
  const idle = await idleMegabytes(server.pid())
  const database: OpenDatabase = await connectDatabase(
    { databaseUrl: server.isBuiltIn ? null : server.databaseUrl(), dataDir: server.dataDir },
    { join: true },
  )
  await seedDemo()
  return {
    server,
    idle,
    databaseUrl: database.url,
    addMember: joinDesk,
    close: async () => {
      await database.close()
      await server.remove()
    },
  }
}

async function joinDesk(name: string): Promise<Member> {
  const [desk] = await db().select().from(desks).where(eq(desks.isDemo, true))
  const email = `${name.toLowerCase().replace(/\W+/g, '-')}@bench.example`
  const { memberId } = await addMember({ desk: desk?.slug ?? '', email, name, role: 'editor', password })
  const member = await readMemberById(memberId)
  if (!member) throw new Error('the member just added is not there')
  return member
}

/** Resident memory once it has stopped changing: two readings, two seconds apart, within a megabyte. */
async function idleMegabytes(pid: number): Promise<number> {
  const { readFile } = await import('node:fs/promises')
  const read = async () => {
    const status = await readFile(`/proc/${pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024
  }
  let before = await read()
  for (let tries = 0; tries < 10; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    const now = await read()
    if (Math.abs(now - before) < 1) return now
    before = now
  }
  return before
}
