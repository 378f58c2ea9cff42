import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { until } from '../rooms/browser'
import { type Cluster, openCluster } from './cluster'
import { countInOpen, nothingWrong } from './count'
import { type Load, writeWithoutPause } from './load'

const fates = ['killed', 'paused past its lease', 'cut from Postgres'] as const
type Fate = (typeof fates)[number]

const patience = 240_000

/** Promises that whatever becomes of a room's owner loses, doubles and mixes nothing, so many times each. */
export function clusterRounds(rounds: number): void {
  describe('three processes under load', () => {
    let cluster: Cluster
    let acknowledged = 0
    beforeAll(async () => {
      cluster = await openCluster()
    }, 300_000)
    afterAll(async () => {
      await cluster?.remove()
      console.log(`${rounds * fates.length} owners lost, ${acknowledged} acknowledged updates`)
    }, 120_000)

    for (let round = 1; round <= rounds; round++)
      for (const fate of fates)
        test(`round ${round}: the owner of a room is ${fate}, and nothing is missing, doubled or mixed`, {
          timeout: patience,
        }, async () => {
          const { url, articleId, visitors } = cluster
          const [visitor, ...writers] = visitors
          const load = await writeWithoutPause({ url, articleId, writers })
          try {
            await load.until(40 + ((round * 53) % 300))
            await strike(fate, cluster, load)
            await load.rest()
          } finally {
            load.cut()
          }
          const told = load.acknowledged()
          acknowledged += told.length
          expect(await countInOpen({ url, articleId, visitor, acknowledged: told })).toEqual(nothingWrong)
        })
  })
}

/** Lets it happen to the owner while everybody writes, and lets it come back when another has the room. */
async function strike(fate: Fate, cluster: Cluster, load: Load): Promise<void> {
  const { processes, balancer, cables } = cluster
  const owner = await cluster.owner()
  const [struck, cable] = [processes[owner], cables[owner]]
  if (!struck || !cable) throw new Error('nobody holds the room')
  // A balancer sees by its health check that a process does not answer; who is there stays.
  balancer.leaveOut(owner)
  if (fate === 'killed') await struck.kill()
  else if (fate === 'cut from Postgres') cable.cut(0)
  else process.kill(struck.pid(), 'SIGSTOP')
  try {
    await until(async () => ![owner, -1].includes(await cluster.owner()), 'another owner', 60_000)
    await load.until(load.acknowledged().length + 60)
  } finally {
    if (fate === 'killed') await struck.restart()
    else if (fate === 'cut from Postgres') cable.takeBack(0)
    else process.kill(struck.pid(), 'SIGCONT')
    balancer.takeBack(owner)
  }
  await load.until(load.acknowledged().length + 60)
}
