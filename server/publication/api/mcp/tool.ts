import { z } from 'zod'
import { longestSearch } from '../../../search/search'
import { articleShape } from '../article-shape'
import {
  address,
  changeShape,
  claimNumber,
  claimShape,
  claimState,
  moment,
  verdictShape,
  versionNumber,
  versionShape,
} from '../claim-shape'
import { dossierShape } from '../dossier/dossier-shape'
import { stated } from '../evidence/evidence-shape'
import { usualOnPage } from '../search/asked'

const mostFound = 50

const searchShape = z.strictObject({
  query: z.string().trim().min(1).max(longestSearch).meta({ description: 'Words; runs of words in quotes.' }),
  languageCode: z
    .string()
    .regex(/^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$/)
    .optional()
    .meta({ description: 'BCP 47; the region is not looked at.' }),
  maxAgeDays: z
    .int()
    .min(1)
    .max(100_000)
    .optional()
    .meta({ description: 'By claim or check, whichever is newer.' }),
  pageSize: z
    .int()
    .min(1)
    .max(mostFound)
    .optional()
    .meta({ description: `${usualOnPage} unless told.` }),
  pageToken: z.string().optional().meta({ description: 'The nextPageToken of the same search.' }),
})

const checkShape = z.object({
  number: claimNumber,
  statement: z.string().meta({ description: 'The claim as it was checked, in the desk’s words.' }),
  speaker: z.string().nullable().meta({ description: 'Who said it; null where that is not stated.' }),
  said: stated('When it was said.'),
  verdict: verdictShape,
  desk: z.string().meta({ description: 'Who checked it.' }),
  publishedAt: moment('When its newest version was published.'),
  page: address('Where people read it.'),
})
export type FoundCheck = z.infer<typeof checkShape>

const foundShape = z.object({
  checks: z.array(checkShape).meta({ description: 'The best first.' }),
  nextPageToken: z.string().nullable().meta({ description: 'Asks for the next page; null on the last.' }),
})
const versionsShape = z.object({
  number: claimNumber,
  state: claimState,
  page: address('Where people read the newest version.'),
  versions: z.array(changeShape).meta({ description: 'Newest first.' }),
})

const numbered = z.strictObject({ number: z.int().positive().max(999_999_999) })
const versioned = numbered.extend({ version: versionNumber.max(999_999) })

type Tool = { title: string; description: string; takes: z.ZodObject; gives: z.ZodObject }

/** What a program that serves a language model may ask: nothing but what readers have. */
export const tools = {
  search: {
    title: 'Search published checks',
    description:
      'Finds published fact-checks by words. Only checks that their desks stand by: none retracted or under review.',
    takes: searchShape,
    gives: foundShape,
  },
  claim: {
    title: 'Read a check',
    description: 'A checked claim in its newest version: verdict, reasons, sources, history and state.',
    takes: numbered,
    gives: claimShape,
  },
  versions: {
    title: 'List the versions of a check',
    description: 'Every version of a checked claim, with what was corrected and why.',
    takes: numbered,
    gives: versionsShape,
  },
  version: {
    title: 'Read one version of a check',
    description: 'A checked claim as it was published in one version, which never changes.',
    takes: versioned,
    gives: versionShape,
  },
  article: {
    title: 'Read the checks of an article',
    description: 'An article with all claims that were checked in it, by the article’s public number.',
    takes: numbered,
    gives: articleShape,
  },
  dossier: {
    title: 'Read a dossier',
    description:
      'Articles about one event with their figures laid side by side: which cannot hold beside which, and why, as the desk explains it. By the dossier’s public number.',
    takes: numbered,
    gives: dossierShape,
  },
} satisfies Record<string, Tool>

export type ToolName = keyof typeof tools
export const toolNames = [
  'search',
  'claim',
  'versions',
  'version',
  'article',
  'dossier',
] as const satisfies ToolName[]

/** A tool as programs are told of it, with the schemas (JSON Schema 2020-12) of what it takes and gives. */
export function described(name: ToolName): object {
  const { title, description, takes, gives } = tools[name]
  return {
    ...{
      name,
      title,
      description,
      inputSchema: schemaOf(takes),
      outputSchema: schemaOf(z.object(gives.shape)),
    },
    annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  }
}

// Clients compile schemas by themselves: the dialect is the protocol's own, and an `id` would be none of JSON Schema's.
function schemaOf(shape: z.ZodObject): object {
  const { $schema: _, $defs = {}, ...schema } = z.toJSONSchema(shape)
  const bare = Object.entries($defs).map(([id, { id: _, ...one }]) => [id, one])
  return bare.length ? { ...schema, $defs: Object.fromEntries(bare) } : schema
}
