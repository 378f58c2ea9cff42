// The process of `keepProcess`: does what it is ordered in a thread that `keepWorker` watches, and ends with whoever began it.
import { setPriority } from 'node:os'
import { GivenUp, keepWorker, type WorkerLimits } from './keep-worker'

export type Order = { task: unknown; limits: WorkerLimits }

/** How an order ended, and the megabytes that the process holds then. */
export type Outcome = { megabytes: number } & ({ answer: unknown } | { givenUp: string } | { fault: string })

// Rooms go first where a machine has no core to spare; threads are begun with the priority of who begins them.
setPriority(5)

const [, , name = ''] = process.argv
const work = keepWorker<unknown, unknown>(name, { longest: 0, megabytes: 0 })

process.on('message', async ({ task, limits }: Order) => {
  const done = await doneOf(task, limits)
  const outcome: Outcome = { ...done, megabytes: process.memoryUsage.rss() / 1_000_000 }
  process.send?.(outcome)
})

process.on('disconnect', () => process.exit())

// Whoever stops the server in a terminal stops all of its processes; the server finishes what it has begun.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined)

async function doneOf(task: unknown, limits: WorkerLimits) {
  try {
    return { answer: await work(task, limits) }
  } catch (fault) {
    if (fault instanceof GivenUp) return { givenUp: fault.message }
    return { fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) }
  }
}
