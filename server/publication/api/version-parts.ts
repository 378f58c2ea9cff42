import { z } from 'zod'

/** Words that were removed from a version under law, as programs read it. */
export const redactionShape = z
  .object({
    law: z.string().meta({ description: 'The law that is the ground.' }),
    court: z.string().meta({ description: 'The court that ordered it; empty where none did.' }),
    number: z.string().meta({ description: 'Its number for the order; empty where there is none.' }),
    note: z.string().meta({ description: 'What readers are told.' }),
    at: z.string().meta({ format: 'date-time', description: 'When they were removed. UTC, RFC 3339.' }),
    logIndex: z.int().nonnegative().nullable().meta({
      description:
        'The entry in the public log that seals the version as it is now; null where it was published after that.',
    }),
  })
  .meta({
    id: 'Redaction',
    description: 'Words that were removed under law; █████ stands where they were.',
  })

/** What was archived of a source when a version was published, as programs read it. */
export const archivedShape = z
  .array(
    z
      .object({
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .meta({ description: 'SHA-256 of the bytes as they were received, 64 hex digits.' }),
        size: z.int().nonnegative().meta({ description: 'How many bytes.' }),
        mediaType: z.string().meta({ description: 'What the bytes were found to be.' }),
        archivedAt: z.string().meta({ format: 'date-time', description: 'When. UTC, RFC 3339.' }),
      })
      .meta({ id: 'Archived', description: 'A copy that the desk has archived of a source.' }),
  )
  .meta({ description: 'What was archived of it when this was published.' })

/** Copies of what was archived that stand elsewhere, as programs read them. */
export const copiesShape = z
  .array(
    z
      .object({
        sha256: z.string().meta({ description: 'SHA-256 of what the desk has archived of the same page.' }),
        address: z.string().meta({ format: 'uri', description: 'Where the other archive keeps it.' }),
        savedAt: z
          .string()
          .meta({ format: 'date-time', description: 'When that archive saved it. UTC, RFC 3339.' }),
      })
      .meta({ id: 'CopyElsewhere', description: 'A copy of a source that another archive keeps.' }),
  )
  .default([])
  .meta({ description: 'Copies of archived sources at other archives; they come after a version is sealed.' })

/** What a publisher had done to the quote when a version was published, as programs read it. */
export const passageShape = z
  .object({
    change: z
      .enum(['edited', 'substantive', 'removed'])
      .meta({ description: 'Other words; a number, unit, date, name or denial among them; or none of it.' }),
    checkedAt: z.string().meta({
      format: 'date-time',
      description: 'When the text was kept that was checked. UTC, RFC 3339.',
    }),
    changedBy: z.string().meta({
      format: 'date-time',
      description: 'When the first text was kept that has it otherwise. UTC, RFC 3339.',
    }),
  })
  .nullable()
  .default(null)
  .meta({
    id: 'ChangedPassage',
    description:
      'What the publisher had done to the quote when this was published; null where it stood there as it was checked.',
  })
