import { z } from 'zod'
import { replyWays, sourceKinds, sourceTerms, sourceWays, stances } from '../../../../db/vocabulary'
import { archivedShape } from '../version-parts'

/** The shapes of what stands under a verdict, as programs read it: no more than each source's terms allow. */

export const stated = (description: string) =>
  z
    .string()
    .nullable()
    .meta({ description: `${description} As precise as it was stated; null where it was not.` })
export const maybe = (description: string) =>
  z
    .string()
    .nullable()
    .meta({ description: `${description} Null where nothing is stated.` })

const unlinkedShape = z
  .object({
    way: z
      .enum(sourceWays)
      .nullable()
      .meta({ description: 'How it came; null where its terms withhold it.' }),
    terms: z
      .enum(sourceTerms)
      .nullable()
      .meta({ description: 'What it agreed to, which decides what is here.' }),
    name: maybe('Who it is, on the record alone.'),
    role: maybe('What they are, on the record and on background.'),
  })
  .meta({ id: 'UnlinkedSource', description: 'A call, a mail, a meeting or a paper in hand.' })

export const sourceShape = z
  .object({
    number: z.int().positive().meta({ description: 'Its number in the list and in the reasons, from 1.' }),
    kind: z.enum(sourceKinds).nullable().meta({ description: 'What kind of source it is.' }),
    stance: z.enum(stances).nullable().meta({ description: 'What it says to the claim.' }),
    title: maybe('What it is called.'),
    address: maybe('Where it is: an address, or how else to find it.'),
    publisher: maybe('Who published it.'),
    date: stated('When it was published.'),
    quote: maybe('What of it counts, in its own words.'),
    place: maybe('Where the quote stands in it: a page, a table, a minute.'),
    unlinked: unlinkedShape.nullable().default(null).meta({
      description: 'What is told of a source that no link leads to; null for all others.',
    }),
    withheld: z.string().nullable().default(null).meta({
      description: 'Why a confidential source is withheld; null for all others.',
    }),
    archived: archivedShape,
  })
  .meta({ id: 'Source', description: 'A piece of evidence.' })

export const searchShape = z
  .object({
    where: z.string().meta({ description: 'The archive, register or collection that was searched.' }),
    what: z.string().meta({ description: 'What was looked for and not found.' }),
    when: stated('When it was searched.'),
    through: maybe('What of it was looked through.'),
  })
  .meta({ id: 'Search', description: 'A search that found nothing.' })

export const replyShape = z
  .object({
    whom: z.string().meta({ description: 'Who was asked for their side.' }),
    way: z.enum(replyWays).nullable().meta({ description: 'How they were asked.' }),
    askedAt: stated('When they were asked.'),
    deadline: stated('Until when an answer was asked for.'),
    answer: maybe('The answer, word for word.'),
    answeredAt: stated('When it came.'),
    unansweredBy: stated('By when none had come.'),
  })
  .meta({ id: 'Reply', description: 'Somebody’s right of reply, and what came of it.' })

export type ApiSource = z.infer<typeof sourceShape>
export type ApiSearch = z.infer<typeof searchShape>
export type ApiReply = z.infer<typeof replyShape>
