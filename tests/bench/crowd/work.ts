import { percentile, rounded } from '../figures'
import { Person, type Place } from './person'
import { Underway } from './underway'

/** What a crowd does, at one server. */
export type Work = {
  places: Place[]
  asksVersions: boolean
  editsPerSecond: number
  cursorsPerSecond: number
  warmUp: number
  /** How long it is measured, in ms. */
  lasts: number
  /** What has not arrived so long after the end counts as missing, in ms. */
  patience: number
}

/** Times in ms from an edit to each other screen of its room, and to its confirmation. */
export type Times = { p50: number; p95: number; p99: number; count: number }
export type Worked = { screen: Times; confirmed: Times; edits: number; missing: number }

const entersAtOnce = 40

/** Lets everybody enter, work, and leave; `say` tells when measuring begins and ends. */
export async function work(asked: Work, say: (moment: 'begin' | 'end') => void): Promise<Worked> {
  const underway = new Underway()
  const [screen, confirmed]: [number[], number[]] = [[], []]
  let measuredFrom = Number.POSITIVE_INFINITY
  const ears = {
    seen: (author: number, from: number, to: number) => {
      for (const madeAt of underway.arrived(author, from, to))
        if (madeAt >= measuredFrom) screen.push(performance.now() - madeAt)
    },
    confirmed: (madeAt: number) => {
      if (madeAt >= measuredFrom) confirmed.push(performance.now() - madeAt)
    },
  }
  const crowd = asked.places.map((place) => new Person(place, ears, asked.asksVersions))
  for (let at = 0; at < crowd.length; at += entersAtOnce)
    await Promise.all(crowd.slice(at, at + entersAtOnce).map((person) => person.enter()))
  const inRoom = new Map<string, number>()
  for (const { document } of asked.places) inRoom.set(document, (inRoom.get(document) ?? 0) + 1)

  let edits = 0
  const edit = (turn: number) => {
    const at = turn % crowd.length
    const person = crowd[at]
    if (!person) return
    const madeAt = performance.now()
    const others = (inRoom.get(asked.places[at]?.document ?? '') ?? 1) - 1
    underway.sent(person.edit(), madeAt, others)
    if (madeAt >= measuredFrom) edits += 1
  }
  const stop = [
    evenly(asked.editsPerSecond, edit),
    evenly(asked.cursorsPerSecond, (turn) => crowd[turn % crowd.length]?.point()),
  ]
  await pause(asked.warmUp)
  measuredFrom = performance.now()
  say('begin')
  await pause(asked.lasts)
  say('end')
  for (const end of stop) end()
  const until = performance.now() + asked.patience
  while (underway.missingSince(0) > 0 && performance.now() < until) await pause(20)
  const missing = underway.missingSince(measuredFrom)
  for (const person of crowd) person.leave()
  return { screen: timesOf(screen), confirmed: timesOf(confirmed), edits, missing }
}

/** Acts so often a second, catching up where the clock was late. */
function evenly(perSecond: number, act: (turn: number) => void): () => void {
  if (perSecond === 0) return () => undefined
  const begun = performance.now()
  let turn = 0
  const timer = setInterval(() => {
    const due = ((performance.now() - begun) / 1000) * perSecond
    while (turn < due) act(turn++)
  }, 4)
  return () => clearInterval(timer)
}

function timesOf(samples: number[]): Times {
  const at = (share: number) => (samples.length > 0 ? rounded(percentile(samples, share)) : 0)
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), count: samples.length }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
