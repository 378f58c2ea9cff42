import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPostmaster } from '../../db/embedded/postmaster'
import { countKept, nothingWrong } from './count'
import { type Load, writeWithoutPause } from './load'
import { type KillableNewsroom, openKillable } from './newsroom'

/** Who is killed: the server, the Postgres it started, or both in one moment. */
type Victim = 'the server' | 'its Postgres' | 'both'

const writers = 4
const patience = 120_000

/** Promises that a kill -9 under load loses nothing acknowledged, so many times one after the other. */
export function killRounds(rounds: number): void {
  // An external Postgres is not ours to kill.
  const victims: Victim[] = process.env.TEST_DATABASE_URL
    ? ['the server']
    : ['the server', 'its Postgres', 'both', 'the server', 'the server']

  describe('under load', () => {
    let newsroom: KillableNewsroom
    let acknowledged = 0
    beforeAll(async () => {
      newsroom = await openKillable(writers)
    }, 300_000)
    afterAll(async () => {
      await newsroom?.server.remove()
      console.log(`${rounds} kills, ${acknowledged} acknowledged updates`)
    })

    for (let round = 0; round < rounds; round++) {
      const victim = victims[round % victims.length] ?? 'the server'
      test(`round ${round + 1}: killing ${victim} loses nothing acknowledged`, {
        timeout: patience,
      }, async () => {
        const { server, url, articleId, visitors } = newsroom
        const [visitor, ...others] = visitors
        const load = await writeWithoutPause({ url, articleId, writers: others })
        try {
          await load.until(40 + ((round * 53) % 300))
          await kill(victim, newsroom, load)
        } finally {
          load.cut()
        }
        if (victim !== 'its Postgres') await server.restart()
        const told = load.acknowledged()
        acknowledged += told.length
        const counted = { url, articleId, visitor, acknowledged: told, databaseUrl: server.databaseUrl() }
        expect(await countKept(counted)).toEqual(nothingWrong)
      })
    }
  })
}

async function kill(victim: Victim, { server }: KillableNewsroom, load: Load): Promise<void> {
  const postmaster = victim === 'the server' ? null : readPostmaster(join(server.dataDir, 'postgres'))
  if (victim !== 'the server' && !postmaster) throw new Error('the built-in Postgres is not running')
  if (postmaster) process.kill(postmaster.pid, 'SIGKILL')
  if (victim !== 'its Postgres') await server.kill()
  // The server starts Postgres again and goes on, with everybody still in the room.
  else await load.until(load.acknowledged().length + 40)
}
