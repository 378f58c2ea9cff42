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
