import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { Logger } from 'pino'
import { DatabaseAway, isAway } from '../../db/away/away'
import { pool } from '../../db/client'
import type { Settings } from '../env'
import type { PublicPages } from '../publication/serve-page'
import { words } from '../words'
import { prepareDatabase } from './connect-database'
import { type Answers, openWeb, type Web } from './web'

type Waiting = { pool: pg.Pool; publicPages: PublicPages; answers: Answers; chosen: Settings; log: Logger }

/** How long after a try the next one begins, in ms. */
const pauseBetween = 2_000

/**
 * Waits until an external database is there and prepared; readers meanwhile get the pages that an earlier process
 * left, and everything else is told to come back. Without such pages, a wrong address is said at once.
 */
export async function waitForDatabase(away: DatabaseAway, waiting: Waiting): Promise<Web> {
  const { pool, publicPages, answers, chosen, log } = waiting
  if (!chosen.databaseUrl || publicPages.isEmpty()) throw away
  const web = await openWeb(answers, chosen, log)
  log.warn(`${away.message} Readers’ pages are served; the newsroom opens when it answers.`)
  do await pause(pauseBetween)
  while (await prepareOrAway(pool))
  log.info('The database answers.')
  return web
}

/** Prepares the database; null when that is done, else that nobody answers there. */
export async function prepareOrAway(pool: pg.Pool): Promise<DatabaseAway | null> {
  try {
    await prepareDatabase(pool)
    return null
  } catch (error) {
    if (error instanceof DatabaseAway) return error
    throw error
  }
}

/** What everybody but readers is told meanwhile. */
export async function answerAway(_: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '30' }
  response.writeHead(503, headers).end(words()('lost.closed'))
}

// Pages of members; readers' addresses and those of programs answer for themselves.
const ofMembers = /^\/(desk|account|sign-in|setup|invite|reset)?([/?]|$)/

/** The same for pages of members while the database does not answer: they are made of what it holds. */
export function orAway(answer: Answers['rest']): Answers['rest'] {
  return async (request, response) => {
    const isAnswered = !ofMembers.test(request.url ?? '') || (await answersNow())
    return isAnswered ? answer(request, response) : answerAway(request, response)
  }
}

async function answersNow(): Promise<boolean> {
  try {
    await pool().query('select 1')
    return true
  } catch (error) {
    // Any other fault is told by whoever meets it.
    return !isAway(error)
  }
}
