import { z } from 'zod'
import { secondRules } from '../../../db/vocabulary'
import { deskNameShape, timeZoneShape } from '../desk'

/** The languages a desk can publish in; dates on readers' pages follow it. */
export const publicLanguages = [
  ...['en', 'ar', 'cs', 'da', 'de', 'el', 'es', 'et', 'fi', 'fr', 'he', 'hr', 'hu', 'it', 'ko', 'lt', 'lv'],
  ...['nb', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'sr', 'sv', 'tr', 'uk'],
]

/** What a desk is to its readers; a change makes its pages anew, and its addresses stay. */
export const faceShape = z.strictObject({
  name: deskNameShape,
  timeZone: timeZoneShape,
  language: z.string().refine((language) => publicLanguages.includes(language)),
})

/** What a desk says of itself on its public page: plain paragraphs with blank lines between, each shown when it says something. */
export const deskTexts = ['aboutText', 'methodText', 'fundingText', 'correctionsText'] as const
export type DeskTexts = Record<(typeof deskTexts)[number], string>
export const longestDeskText = 10_000
const deskText = z
  .string()
  .max(longestDeskText)
  .transform((words) =>
    words
      .replaceAll('\r\n', '\n')
      .replace(/[^\P{Cc}\n\t]/gu, '')
      .trim(),
  )
export const deskTextsShape = z.strictObject({
  ...{ aboutText: deskText, methodText: deskText, fundingText: deskText, correctionsText: deskText },
})

/** How many sources a claim needs before it can be submitted. */
export const sourcesNeededShape = z.strictObject({ sourcesNeeded: z.number().int().min(1).max(10) })

/** Whether somebody whose suggested wording was taken counts among the claim's authors. */
export const suggestersShape = z.strictObject({ suggestersAreAuthors: z.boolean() })

/** When claims are judged a second time by somebody who has not seen their verdict. */
export const secondsShape = z.strictObject({ secondVerdicts: z.enum(secondRules) })

/** How sure a desk wants to be of its editors and admins. */
export const identityShape = z.strictObject({
  editorsProveIdentity: z.boolean(),
  needsSecondFactor: z.boolean(),
})

/** The settings that give work a due time which nobody named, by what the claim needs. */
export const hourSettings = ['hoursToCheck', 'hoursReturned', 'hoursChanged'] as const
const hours = z.number().int().min(1).max(1_000).nullable()
export const dueHoursShape = z.strictObject({
  hoursToCheck: hours,
  hoursReturned: hours,
  hoursChanged: hours,
})

/** A change of settings: what whoever changes them saw, and what they are to be. */
export const changeOf = <Shape extends z.ZodType>(shape: Shape) => z.object({ was: shape, to: shape })

/** Whether settings are still as somebody saw them. */
export function isAsSeen<Settings extends object>(now: Settings, was: Partial<Settings>): boolean {
  const kept = new Map(Object.entries(now))
  return Object.entries(was).every(([name, value]) => kept.get(name) === value)
}
