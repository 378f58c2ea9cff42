import { setTimeout as pass } from 'node:timers/promises'
import * as Y from 'yjs'
import { readClaims } from '../../server/room/doc/room-claims'
import { type Act, acts, wordsIn } from './acts'
import type { Person } from './person'
import type { Step, Story } from './story'
import { Typed } from './typed'

/** The server that a story is played on. */
export type House = {
  restart: () => Promise<void>
  /** Taken away without a word. */
  kill: () => Promise<void>
  /** What SQL has of the room at this moment, as one text. */
  stored: () => Promise<string>
}

export type Played = { typed: Typed; people: Person[]; healedInMs: number; keptButNotStored: string[] }

const patience = 60_000

/** Plays a story to its end, heals everything, and waits until everybody has everything. */
export async function play(story: Story, people: Person[], house: House): Promise<Played> {
  const typed = new Typed()
  const keptButNotStored: string[] = []
  for (const { step, pause } of story.steps) {
    if (step.what === 'kill') keptButNotStored.push(...(await killed(people, typed, house)))
    else if (step.what === 'restart') await house.restart()
    else happen(step, people, typed)
    await pass(pause)
  }
  const begun = performance.now()
  for (const { line, comeBack } of people) {
    line.heal()
    comeBack()
  }
  await untilAllHaveAll(people)
  return { typed, people, healedInMs: Math.round(performance.now() - begun), keptButNotStored }
}

/** Kills the server, and gives what it had said it keeps and SQL has not. */
async function killed(people: Person[], typed: Typed, { kill, stored }: House): Promise<string[]> {
  const promised = people.flatMap((person) => typed.typedBy(person.name, person.kept()))
  await kill()
  const words = await stored()
  return promised.filter((string) => !words.includes(string))
}

function happen(step: Exclude<Step, { what: 'restart' | 'kill' }>, people: Person[], typed: Typed): void {
  const person = people[step.who % people.length]
  if (!person) throw new Error('a story without people')
  const { line } = person
  if (step.what === 'cut') line.cut()
  else if (step.what === 'hold') line.hold()
  else if (step.what === 'lose-out') line.lose('out', step.count)
  else if (step.what === 'lose-in') line.lose('in', step.count)
  else if (step.what === 'heal') {
    line.heal()
    person.comeBack()
  } else {
    person.acts.done += 1
    const act: Act = acts[step.what]
    act(person, 'which' in step ? step.which : 0, typed)
  }
}

async function untilAllHaveAll(people: Person[]): Promise<void> {
  const until = Date.now() + patience
  while (!haveAll(people)) {
    if (Date.now() > until) throw new Error(`not healed within ${patience} ms: ${told(people)}`)
    await pass(20)
  }
}

function haveAll(people: Person[]): boolean {
  if (!people.every((person) => person.isSettled())) return false
  const vectors = new Set(people.map(({ doc }) => Buffer.from(Y.encodeStateVector(doc)).toString('hex')))
  return vectors.size === 1 && new Set(people.map(({ doc }) => wordsIn(doc))).size === 1
}

function told(people: Person[]): string {
  const each = people.map(
    ({ name, doc, isSettled }) =>
      `${name} ${isSettled() ? 'settled' : 'not settled'}, ${readClaims(doc).length} claims, ${wordsIn(doc).length} letters`,
  )
  return each.join('; ')
}
