import type { z } from 'zod'
import { apiDossierPath } from '../../../dossier/published/frozen-dossier'
import type { Refusal } from '../../../refusal'
import { readReviewed } from '../../../search/read-reviews'
import { claimPath } from '../../publication'
import { readPage } from '../../stored/read-page'
import { apiArticlePath, apiClaimPath, apiVersionPath } from '../api-paths'
import { verdictJson } from '../claim-json'
import { claimShape } from '../claim-shape'
import { readAsked } from '../search/asked'
import { type FoundCheck, type ToolName, tools } from './tool'

type Used = { found: object; refusal: null } | { found: null; refusal: Refusal }

/** What a tool finds among what is published; the refusal says what to ask otherwise. */
export async function readTool(tool: ToolName, given: unknown, now: Date): Promise<Used> {
  switch (tool) {
    case 'search':
      return using(tools.search.takes, given, (asked) => search(asked, now))
    case 'claim':
      return using(tools.claim.takes, given, ({ number }) => readDocument(apiClaimPath(number)))
    case 'versions':
      return using(tools.versions.takes, given, ({ number }) => readVersions(number))
    case 'version':
      return using(tools.version.takes, given, ({ number, version }) =>
        readDocument(apiVersionPath(number, version)),
      )
    case 'article':
      return using(tools.article.takes, given, ({ number }) => readDocument(apiArticlePath(number)))
    case 'dossier':
      return using(tools.dossier.takes, given, ({ number }) => readDocument(apiDossierPath(number)))
  }
}

async function using<Shape extends z.ZodObject>(
  shape: Shape,
  given: unknown,
  read: (asked: z.infer<Shape>) => Promise<Used>,
): Promise<Used> {
  const parsed = shape.safeParse(given)
  if (parsed.success) return read(parsed.data)
  const [issue] = parsed.error.issues
  const field = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path[0]
  return no({ code: 'tool-field', values: { field: String(field ?? 'arguments') } })
}

async function search(given: z.infer<typeof tools.search.takes>, now: Date): Promise<Used> {
  const named = Object.entries(given).filter(([, value]) => value !== undefined)
  const { asked, refusal } = readAsked(
    new URLSearchParams(named.map(([name, value]): [string, string] => [name, String(value)])),
  )
  if (refusal) return no(refusal)
  const { reviews, nextPageToken } = await readReviewed(asked, now)
  return yes({
    checks: reviews.flatMap(({ reviewed, edition }): FoundCheck[] => {
      const { claim, scale } = reviewed.content
      if (!claim.verdict) return []
      return [
        {
          ...{ number: reviewed.number, statement: claim.statement },
          ...{ speaker: claim.speaker.trim() || null, said: claim.date.trim() || null },
          ...{ verdict: verdictJson(claim.verdict, scale, edition.say), desk: edition.desk.name },
          publishedAt: reviewed.publishedAt.toISOString(),
          page: edition.origin + claimPath(reviewed.number, claim.statement),
        },
      ]
    }),
    nextPageToken,
  })
}

async function readVersions(number: number): Promise<Used> {
  const { found, refusal } = await readDocument(apiClaimPath(number))
  if (refusal) return no(refusal)
  const { state, page, versions } = claimShape.parse(found)
  return yes({ number, state, page, versions })
}

/** A finished document, as it is handed out under its own address. */
async function readDocument(path: string): Promise<Used> {
  const page = await readPage(path)
  return page ? yes(JSON.parse(page.bytes.toString('utf8'))) : no({ code: 'nothing-published' })
}

const yes = (found: object): Used => ({ found, refusal: null })
const no = (refusal: Refusal): Used => ({ found: null, refusal })
