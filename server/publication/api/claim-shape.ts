import { z } from 'zod'
import { claimKinds, submissionKinds, verdicts } from '../../../db/vocabulary'
import { maybe, replyShape, searchShape, sourceShape, stated } from './evidence/evidence-shape'
import { apiFigureShape } from './evidence/figure-shape'
import { copiesShape, passageShape, redactionShape } from './version-parts'

/** The shapes of what programs read about a claim: the types of what is made, and the schemas of `/api/v1/openapi.json`. */

export const address = (description: string) => z.string().meta({ format: 'uri', description })
export const moment = (description: string) =>
  z.string().meta({ format: 'date-time', description: `${description} UTC, RFC 3339.` })
const sha256 = (description: string) =>
  z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ description: `SHA-256 of ${description}, 64 hex digits.` })

export const licence = z.string().nullable().meta({
  format: 'uri',
  description:
    'The licence under which it may be passed on; null where none is named, and copyright law alone holds.',
})
export const claimNumber = z.int().positive().meta({
  description: 'The claim’s public number, one count for the whole installation; never given again.',
})
export const versionNumber = z
  .int()
  .positive()
  .meta({ description: 'Counts the versions of this claim, from 1; the highest is the newest.' })

export const deskShape = z
  .object({
    slug: z.string().meta({ description: 'The desk’s name in addresses.' }),
    name: z.string().meta({ description: 'The desk’s name as readers know it.' }),
    language: z.string().meta({ description: 'The language the desk publishes in, BCP 47.' }),
    timeZone: z.string().meta({ description: 'The time zone of the days on its pages, IANA name.' }),
    isDemo: z.boolean().meta({
      description: 'True where people, places and events are invented: nothing of it is a check of anything.',
    }),
  })
  .meta({ id: 'Desk', description: 'Who checked and published.' })

export const verdictShape = z
  .object({
    value: z.enum(verdicts).meta({ description: 'The verdict, the same word on every desk.' }),
    label: z.string().meta({ description: 'What the desk called it when it published this version.' }),
    meaning: z.string().meta({ description: 'The desk’s definition of it then.' }),
    rating: z.int().min(1).max(5).nullable().meta({
      description:
        'From 1 (false) to 5 (true), without a unit; null for a verdict that has no place on that order.',
    }),
  })
  .meta({ id: 'Verdict', description: 'What the claim was rated, with its definition.' })

export const changeShape = z
  .object({
    version: versionNumber,
    kind: z
      .enum(submissionKinds)
      .meta({ description: 'A first publication, a kind of correction, or a retraction.' }),
    note: maybe('What readers are told of the change.'),
    publishedAt: moment('When this version was published.'),
    verdict: verdictShape.nullable().meta({ description: 'Null where it is not rated.' }),
    contentHash: sha256('the checked words of this version (RFC 8785 JSON)'),
    logIndex: z.int().nonnegative().meta({ description: 'Its entry in the public log, counted from 0.' }),
    page: address('Where people read this version, for ever.'),
    address: address('This version as JSON.'),
  })
  .meta({ id: 'Change', description: 'One version in the history of a claim.' })

export const sealShape = z
  .object({
    contentHash: sha256('the checked words (RFC 8785 JSON)'),
    recordHash: sha256('all that readers see of the version (RFC 8785 JSON of the record)').nullable(),
    logIndex: z.int().nonnegative().meta({ description: 'The entry in the public log, counted from 0.' }),
    logHash: sha256('the entry, which covers the one before it'),
    record: address('What the entry seals, as JSON.'),
    proof: address('The proof that the entry is in the log (C2SP tlog-proof).'),
    checkpoint: address('The log’s signed checkpoint.'),
  })
  .meta({ id: 'Seal', description: 'What shows that nothing was changed silently.' })

export const articleHeadFields = {
  number: z.int().positive().meta({ description: 'The article’s public number; never given again.' }),
  title: z.string(),
  publisher: maybe('Who published it.'),
  published: stated('When it was published.'),
  byline: z.array(z.string()).meta({ description: 'Who wrote it.' }),
  original: maybe('Where the article stands.'),
  language: z.string().nullable().meta({ description: 'BCP 47; null where it is not known.' }),
  page: address('Where people read all that was checked in it.'),
  address: address('The same as JSON.'),
}

const articleHeadShape = z.object(articleHeadFields).meta({
  id: 'ArticleHead',
  description: 'The article a claim stands in, as it was when this version was published.',
})

export const claimState = z.enum(['published', 'under-review', 'retracted']).meta({
  description:
    'Whether the desk stands by it: under review until a new version lifts it, retracted for good.',
})

const versionFields = {
  number: claimNumber,
  version: versionNumber,
  kind: z
    .enum(submissionKinds)
    .meta({ description: 'A first publication, a kind of correction, or a retraction.' }),
  note: maybe('What readers are told of the change.'),
  publishedAt: moment('When this version was published.'),
  desk: deskShape,
  statement: z.string().meta({ description: 'The claim as it was checked, in the desk’s words.' }),
  speaker: maybe('Who said it.'),
  said: stated('When it was said.'),
  claimKind: z.enum(claimKinds).nullable().meta({ description: 'What kind of claim it is.' }),
  figure: apiFigureShape
    .nullable()
    .default(null)
    .meta({ description: 'The number it says; null where none was confirmed.' }),
  quote: z
    .object({
      exact: z.string().meta({ description: 'The words in the article.' }),
      before: z.string().meta({ description: 'A few words before them; “…” where they were cut.' }),
      after: z.string().meta({ description: 'A few words after them; “…” where they were cut.' }),
    })
    .meta({ id: 'Quote', description: 'Where the claim stands in the article.' }),
  passage: passageShape,
  article: articleHeadShape,
  appearances: z
    .array(z.object({ address: z.string(), date: stated('When it appeared there.') }))
    .meta({ description: 'Where else the claim was made.' }),
  recording: z
    .object({
      address: address('The recording at that second, as its player takes it.'),
      second: z.int().nonnegative().meta({ description: 'Seconds from its beginning.' }),
    })
    .nullable()
    .meta({
      description: 'Where it can be heard that it was said; null where no recording and moment are known.',
    }),
  verdict: verdictShape.nullable().meta({ description: 'Null where it is not rated.' }),
  shortAnswer: maybe('The answer in a sentence or two.'),
  reasons: maybe('Why it is rated so, as plain text; the record has it with links and citations.'),
  notKnown: maybe('What is not known.'),
  asKnownAt: stated('The day up to which the check looks.'),
  sources: z.array(sourceShape).meta({ description: 'In the order they were added.' }),
  searches: z.array(searchShape).default([]).meta({ description: 'What was looked for and not found.' }),
  replies: z.array(replyShape).default([]).meta({ description: 'Who was asked for their side.' }),
  dissent: z.object({ by: z.string(), verdict: verdictShape, reason: z.string() }).nullable().meta({
    description: 'What one member holds it to be instead; null where nothing of the kind was published.',
  }),
  topics: z.array(z.string()),
  authors: z.array(z.string()).meta({ description: 'Who checked it, by the names that readers know.' }),
  approvedBy: z.array(z.string()).meta({ description: 'Who approved it, who did not write it.' }),
  seal: sealShape,
  redactions: z.array(redactionShape).meta({ description: 'Words removed from it under law.' }),
  licence,
  page: address('Where people read this.'),
  address: address('This document.'),
}

export const versionShape = z
  .object(versionFields)
  .meta({ id: 'ClaimVersion', description: 'One version of a claim, which only the law changes.' })

export const claimShape = z
  .object({
    ...versionFields,
    state: claimState,
    underReview: z
      .object({ line: z.string(), since: moment('Since when.') })
      .nullable()
      .meta({ description: 'What readers are told while it is under review; null when it is not.' }),
    retraction: z
      .object({ note: z.string(), at: moment('When it was retracted.') })
      .nullable()
      .meta({ description: 'Why it was retracted; null when it was not.' }),
    firstPublishedAt: moment('When the first version was published.'),
    versions: z.array(changeShape).meta({ description: 'Every version, newest first.' }),
    corrections: z.array(changeShape).meta({ description: 'Those that changed something, newest first.' }),
    copies: copiesShape,
    annotation: address('The same check as a W3C Web Annotation.'),
    embed: address('A page for a frame elsewhere, always of the newest version.'),
  })
  .meta({ id: 'Claim', description: 'A claim in its newest version, with its history.' })

export type ApiDesk = z.infer<typeof deskShape>
export type ApiVerdict = z.infer<typeof verdictShape>
export type ApiChange = z.infer<typeof changeShape>
export type ApiVersion = z.infer<typeof versionShape>
export type ApiClaim = z.infer<typeof claimShape>
