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
  return send<Worked>(at, { does: 'work', with: work })
}

export function sendToOpen(at: Contender, opening: Opening): Promise<Measured<Opened>> {
  return send<Opened>(at, { does: 'open', with: opening })
}

async function send<Result>(at: Contender, errand: Errand): Promise<Measured<Result>> {
  const child = spawn(process.execPath, ['.build/crowd.mjs'], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(JSON.stringify(errand))
  let [begin, end]: (Cost | null)[] = [null, null]
  let result: Result | null = null
  for await (const line of createInterface(child.stdout)) {
    const told = JSON.parse(line)
    if (told.moment === 'begin') begin = costOf(at.pid, at.dataDir)
    if (told.moment === 'end') end = costOf(at.pid, at.dataDir)
    if (told.result) result = told.result
  }
  if (!begin || !end || !result) throw new Error(`the crowd at ${at.name} came back without a result`)
  return { result, cost: between(begin, end) }
}
