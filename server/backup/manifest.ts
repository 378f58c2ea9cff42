import { z } from 'zod'

/** The first line of a backup: what it is, and how to read it. */
export const headShape = z.object({
  proofroom: z.literal('backup'),
  format: z.literal(1),
  madeAt: z.string(),
  /** The newest migration that the database had, as its time in ms. */
  level: z.number(),
  /** The last number that each sequence gave, where it gave any. */
  sequences: z.record(z.string(), z.string()),
})
export type Head = z.infer<typeof headShape>

/**
 * The line before a table's rows. They follow in chunks (a line with the number of bytes, then the bytes, in the text
 * format of COPY) up to a chunk of none; then comes the line of its sum.
 */
export const tableShape = z.object({ table: z.string(), columns: z.array(z.string()) })
export type Table = z.infer<typeof tableShape>

/** The line after a table's rows: how many bytes they were, and their SHA-256 in hex. */
export const sumShape = z.object({ bytes: z.number(), sha256: z.string() })
export type Sum = z.infer<typeof sumShape>

/** The line before a file of evidence, which follows as a table's rows do; files stand after all tables. */
export const fileShape = z.object({ evidence: z.string().regex(/^[0-9a-f]{64}$/) })
export type EvidenceFile = z.infer<typeof fileShape>

/** The last line: without it, a backup is cut short. */
export const endShape = z.object({ tables: z.number(), files: z.number().default(0) })
export type End = z.infer<typeof endShape>
