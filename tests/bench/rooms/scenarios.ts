import type { Worked } from '../crowd/work'
import { percentile } from '../figures'
import type { Contender } from './contenders'
import { highestRate } from './saturation'
import { type Measured, sendToOpen, sendToWork } from './send-crowd'

const [warmUp, lasts] = [1_500, 5_000]

export type Load = {
  people: number
  rooms?: number
  editsPerSecond: number
  cursorsPerSecond?: number
  lasts?: number
}

/** What a load did at one server, in shares of one processor. */
export type Outcome = Worked & {
  name: Contender['name']
  cpu: number
  databaseCpu: number
  megabytes: number
}

/** Sends a crowd into fresh rooms of one server. */
export async function under(load: Load, at: Contender): Promise<Outcome> {
  const places = await at.places(load.people, load.rooms)
  const measured = await sendToWork(at, {
    places,
    asksVersions: at.isOurs,
    editsPerSecond: load.editsPerSecond,
    cursorsPerSecond: load.cursorsPerSecond ?? 0,
    warmUp,
    lasts: load.lasts ?? lasts,
    patience: 10_000,
  })
  return outcomeOf(at, measured, (load.lasts ?? lasts) / 1000)
}

/** The same at several servers in turn, so often; of each the round with the median p95. */
export async function inTurn(load: Load, contenders: Contender[], rounds: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (let round = 0; round < rounds; round++)
    for (const at of contenders) outcomes.push(await under(load, at))
  return contenders.map(({ name }) => medianOf(outcomes.filter((outcome) => outcome.name === name)))
}

function medianOf(outcomes: Outcome[]): Outcome {
  const middle = percentile(
    outcomes.map(({ screen }) => screen.p95),
    0.5,
  )
  const found = outcomes.find(({ screen }) => screen.p95 === middle)
  if (!found) throw new Error('nothing was measured')
  return found
}

function outcomeOf(at: Contender, { result, cost }: Measured<Worked>, seconds: number): Outcome {
  if (result.missing > 0) throw new Error(`${at.name} lost ${result.missing} edits on their way`)
  return {
    ...result,
    name: at.name,
    cpu: cost.cpu / seconds,
    databaseCpu: cost.databaseCpu / seconds,
    megabytes: cost.megabytes,
  }
}

/** The highest rate of edits in one room of a hundred at which p95 to the other screens stays within 100 ms. */
export function saturationOf(at: Contender): Promise<number> {
  return highestRate(async (editsPerSecond) => {
    const { result } = await sendToWork(at, {
      places: await at.places(100),
      asksVersions: at.isOurs,
      editsPerSecond,
      cursorsPerSecond: 0,
      warmUp: 1_000,
      lasts: 3_000,
      patience: 1_000,
    })
    return result.missing === 0 && result.edits >= editsPerSecond * 3 * 0.95 && result.screen.p95 <= 100
  })
}

/** Milliseconds of the server's processor for each opening of a room, and bytes that travelled. */
export async function openingCost(
  at: Contender,
  opening: Parameters<typeof sendToOpen>[1],
): Promise<{ cpu: number; bytes: number }> {
  const { result, cost } = await sendToOpen(at, opening)
  return { cpu: (cost.cpu / opening.places.length) * 1000, bytes: result.bytes }
}
