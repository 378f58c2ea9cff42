import { closeDatabase, openDatabase } from '../../db/client'
import { addMember } from '../../server/member/add-member'
import { readMemberById } from '../../server/member/read-member'
import { type Running, startServer } from '../e2e/server'
import { aFoundedDesk, password } from '../founding'
import { anArticle } from '../newsroom'
import { type Visitor, visit } from './visitor'

/** The real server with a desk, an article and people who have signed in at its door. */
export type KillableNewsroom = {
  server: Running
  url: string
  articleId: string
  /** The first counts, the others write. */
  visitors: [Visitor, ...Visitor[]]
}

/** Starts it, on the built-in Postgres or on a database of its own on TEST_DATABASE_URL. */
export async function openKillable(writers: number): Promise<KillableNewsroom> {
  const server = await startServer()
  openDatabase(server.databaseUrl(), { max: 2 })
  try {
    const { desk, memberId } = await aFoundedDesk()
    const founder = await readMemberById(memberId)
    if (!founder) throw new Error('the founder is not there')
    const { id: articleId } = await anArticle(founder)
    const visitors: Visitor[] = []
    for (let count = 0; count < writers; count++) {
      const email = `writer-${count}@meridian.example`
      await addMember({ desk, email, name: `Writer ${count}`, role: 'reviewer', password })
      visitors.push(await visit(server.origin, desk, email))
    }
    const counter = await visit(server.origin, desk, 'ruth@meridian.example')
    const url = `${server.origin.replace('http', 'ws')}/collab`
    return { server, url, articleId, visitors: [counter, ...visitors] }
  } finally {
    await closeDatabase()
  }
}
