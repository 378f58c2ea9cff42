import { z } from 'zod'
import { confidenceLevels } from '../../db/vocabulary'

/** How sure the desk is of a verdict, and why in one line; it is the desk's alone and in no submission. */
export const confidenceShape = z.object({ level: z.enum(confidenceLevels), why: z.string() })
export type Confidence = z.infer<typeof confidenceShape>

/** The longest reason, in code points. */
export const longestWhy = 200

/** A reason as one line, cut where it is too long for one. */
export const inOneLine = (why: string) =>
  Array.from(why.replace(/\s*[\r\n]+\s*/g, ' '))
    .slice(0, longestWhy)
    .join('')
