import { z } from 'zod'
import { type ClaimKind, claimKinds } from '../../db/vocabulary'
import type { Refusal } from '../refusal'
import type { Someone } from '../thread/thread'

/** One thing that a desk has its editors check by hand; no kinds means claims of every kind. */
export type CheckLine = z.infer<typeof lineShape>
const lineShape = z.object({ id: z.uuid(), text: z.string().max(2_000), kinds: z.array(z.enum(claimKinds)) })
export const linesShape = z.array(lineShape).max(200)

/** A desk's lines as they are now; version 0 is a list that nobody has written yet. */
export type CheckList = { version: number; lines: CheckLine[]; isDemanded: boolean }
export const noCheckList: CheckList = { version: 0, lines: [], isDemanded: false }

/** A signed tick, or a tick taken back, with the words it was made for. */
export type Tick = { lineId: string; words: string; isTicked: boolean; by: Someone; at: Date }

/** A line beside who ticked it. */
export type Check = { line: CheckLine; tick: Pick<Tick, 'by' | 'at'> | null }

const most = { lines: 20, letters: 200 }

/** The lines that are for a claim of this kind. */
export function linesFor({ lines }: Pick<CheckList, 'lines'>, kind: ClaimKind | null): CheckLine[] {
  return lines.filter(({ kinds }) => !kinds.length || (kind !== null && kinds.includes(kind)))
}

/** Each line with the tick that holds: the newest one, as long as it was made for the words the line has. */
export function checksOf(lines: CheckLine[], newestFirst: Tick[]): Check[] {
  return lines.map((line) => {
    const newest = newestFirst.find(({ lineId }) => lineId === line.id)
    const holds = newest?.isTicked && newest.words === line.text
    return { line, tick: newest && holds ? { by: newest.by, at: newest.at } : null }
  })
}

/** Why a submission cannot be approved yet, where the desk demands every tick; null when it can. */
export function whyNotTicked(checks: Check[], { isDemanded }: Pick<CheckList, 'isDemanded'>): Refusal | null {
  const left = checks.filter(({ tick }) => !tick).length
  return isDemanded && left ? { code: 'check-list-open', values: { left } } : null
}

/** Why nobody can tick a line; null when it reads as whoever ticks has read it. */
export function whyNotTick(lines: CheckLine[], { lineId, words }: Pick<Tick, 'lineId' | 'words'>) {
  const isThere = lines.some(({ id, text }) => id === lineId && text === words)
  return isThere ? null : ({ code: 'check-line-changed' } satisfies Refusal)
}

/** Why a list cannot be kept; null when it can. */
export function whyNotCheckList(lines: CheckLine[]): Refusal | null {
  if (lines.length > most.lines) return { code: 'check-list-too-long', values: { most: most.lines } }
  if (new Set(lines.map(({ id }) => id)).size < lines.length) return { code: 'input-wrong' }
  if (lines.some(({ text }) => !text.trim())) return { code: 'check-line-empty' }
  if (lines.some(({ text }) => text.length > most.letters))
    return { code: 'check-line-too-long', values: { most: most.letters } }
  return null
}

/** Why a list cannot take the place of the one there is: somebody else changed it meanwhile. */
export function whyNotReplace(read: number, now: number): Refusal | null {
  return read === now ? null : { code: 'setting-changed' }
}
