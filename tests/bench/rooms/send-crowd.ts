import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Errand } from '../crowd/crowd'
import type { Opened, Opening } from '../crowd/opening'
import type { Work, Worked } from '../crowd/work'
import type { Contender } from './contenders'
import { between, type Cost, costOf } from './cost'

/** What a crowd found, and what it cost the server while it was measured. */
export type Measured<Result> = { result: Result; cost: Cost }

export function sendToWork(at: Contender, work: Work): Promise<Measured<Worked>> {
  return send<Worked>('crowd', at, { does: 'work', with: work } satisfies Errand)
}

export function sendToOpen(at: Contender, opening: Opening): Promise<Measured<Opened>> {
  return send<Opened>('crowd', at, { does: 'open', with: opening } satisfies Errand)
}

/** Who is measured: a server's process, and where its built-in Postgres lives, if it has one. */
export type Target = Pick<Contender, 'pid' | 'dataDir'> & { name: string }

/** Sends a process on an errand; `end`, once it is done, asks it to come back early. */
export async function send<Result>(
  program: 'crowd' | 'readers',
  at: Target,
  errand: object,
  end?: Promise<unknown>,
): Promise<Measured<Result>> {
  const child = spawn(process.execPath, [`.build/${program}.mjs`], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(JSON.stringify(errand))
  const callBack = () => child.kill('SIGTERM')
  end?.then(callBack, callBack)
  let [from, to]: (Cost | null)[] = [null, null]
  let result: Result | null = null
  for await (const line of createInterface(child.stdout)) {
    const told = JSON.parse(line)
    if (told.moment === 'begin') from = costOf(at.pid, at.dataDir)
    if (told.moment === 'end') to = costOf(at.pid, at.dataDir)
    if (told.result) result = told.result
  }
  if (!from || !to || !result) throw new Error(`the ${program} at ${at.name} came back without a result`)
  return { result, cost: between(from, to) }
}
