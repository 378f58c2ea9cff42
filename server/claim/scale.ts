import { z } from 'zod'
import { optionalVerdicts, type Verdict, verdicts } from '../../db/vocabulary'
import type { Refusal } from '../refusal'
import { type Words, words } from '../words'

/** A verdict as a desk calls it and explains it to readers; the value itself is the same on every desk. */
export type ScaleEntry = { verdict: Verdict; label: string; meaning: string }

/** The verdicts of a desk in its order. */
export type Scale = ScaleEntry[]

// What is not shown, or changes the direction of what is, has no place in a word that readers rely on.
const text = (least: number, most: number) =>
  z
    .string()
    .trim()
    .min(least)
    .max(most)
    .regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u)
    .transform((words) => words.normalize('NFC'))

export const scaleShape = z
  .array(z.strictObject({ verdict: z.enum(verdicts), label: text(2, 40), meaning: text(2, 200) }))
  .max(verdicts.length)

/** The scale of a desk that has made none: without the optional verdicts. */
export function houseScale(say: Words = words()): Scale {
  return verdicts.filter(isUsual).map((verdict) => houseEntry(verdict, say))
}

/** A verdict as the house words it, on a desk's scale or not. */
export function houseEntry(verdict: Verdict, say: Words = words()): ScaleEntry {
  return { verdict, label: say(`verdict.${verdict}`), meaning: say(`verdictMeaning.${verdict}`) }
}

const isUsual = (verdict: Verdict) => !optionalVerdicts.some((optional) => optional === verdict)

/** Why these verdicts are no scale: one is missing or there twice, or two cannot be told apart by their labels. */
export function whyNoScale(scale: Scale): Refusal | null {
  const given = scale.map(({ verdict }) => verdict)
  const missing = verdicts.filter(isUsual).find((verdict) => !given.includes(verdict))
  if (missing) return { code: 'scale-lacks', values: { verdict: houseEntry(missing).label } }
  if (new Set(given).size < given.length) return { code: 'input-wrong' }
  const labels = scale.map(({ label }) => label.toLowerCase())
  const twice = scale.find(({ label }, index) => labels.indexOf(label.toLowerCase()) < index)
  return twice ? { code: 'scale-label-twice', values: { label: twice.label } } : null
}

/** Why a claim cannot be submitted with its verdict: the desk has taken it off its scale. */
export function whyNotOnScale(verdict: Verdict | null, scale: Scale): Refusal | null {
  const isOn = verdict === null || scale.some((entry) => entry.verdict === verdict)
  return isOn ? null : { code: 'verdict-off-scale', values: { verdict: houseEntry(verdict).label } }
}

/** A verdict on a scale, as the house words it where the scale has it no more. */
export function entryOf(verdict: Verdict, scale: Scale | null | undefined, say?: Words): ScaleEntry {
  return scale?.find((entry) => entry.verdict === verdict) ?? houseEntry(verdict, say)
}

/** The full label, as public pages print it. */
export function labelOf(verdict: Verdict, scale: Scale | null | undefined, say?: Words): string {
  return entryOf(verdict, scale, say).label
}

/** The label for narrow places; a desk's own wording has no other. Null is not yet rated. */
export function shortOf(
  verdict: Verdict | null,
  scale: Scale | null | undefined,
  say: Words = words(),
): string {
  if (verdict === null) return say('verdictShort.unrated')
  const { label } = entryOf(verdict, scale, say)
  return label === houseEntry(verdict, say).label ? say(`verdictShort.${verdict}`) : label
}
