import { longestSearch } from '../../../search/search'
import type { Edition } from '../../pages/edition'
import { isRetraction, type PublicVersion } from '../../publication'
import { furthest, mostOnPage, usualOnPage } from '../search/asked'
import { factCheckOf, type GoogleError, googleError } from '../search/fact-check'
import {
  counted,
  inQuery,
  known,
  type Operation,
  retryAfter,
  schemaOf,
  stillGood,
  tooOften,
  valued,
} from './operation'

/** Published checks by words, in the exact shape of Google's Fact Check Tools API. */
export function search(claims: PublicVersion[][], edition: Edition): Operation {
  const stands = claims.flatMap(([newest]) => (newest && !isRetraction(newest) ? [newest] : []))
  const found = stands.slice(0, 1).map((newest) => factCheckOf(newest, edition))
  return {
    operationId: 'searchFactChecks',
    summary: 'Published checks by words, as Google’s Fact Check Tools API answers.',
    description:
      'Only what desks stand by: no retracted claim, none under review, none that is not rated, nothing of a demo. ' +
      'Clients of Google’s API are pointed here by their root address; a key is neither needed nor looked at.',
    parameters: [
      inQuery('query', { type: 'string', maxLength: longestSearch }, needed),
      inQuery('languageCode', { type: 'string' }, 'BCP 47; the region is not looked at.'),
      inQuery(
        'reviewPublisherSiteFilter',
        { type: 'string' },
        'The host of the publisher, or the end of it.',
      ),
      inQuery('maxAgeDays', whole(100_000), 'By claim or check, whichever is newer, in days; 0 is any age.'),
      inQuery('pageSize', whole(), `How many on a page: ${usualOnPage} where 0, at most ${mostOnPage}.`),
      inQuery('pageToken', { type: 'string' }, 'The nextPageToken of the page before, of the same search.'),
      inQuery('offset', whole(furthest), 'How many to leave out, from the best; a pageToken goes before it.'),
    ],
    responses: {
      200: {
        description: 'What was found, the best first; without a query the newest first.',
        headers: { ...counted, ...known },
        content: json('FactCheckSearch', {
          found: { claims: found, nextPageToken: '10-0123456789abcdef' },
          none: {},
        }),
      },
      304: stillGood({ ...counted, ...known }),
      400: { description: 'Something cannot be read.', content: failed('INVALID_ARGUMENT') },
      404: { description: 'There is no such method.', content: failed('NOT_FOUND') },
      429: { ...tooOften, content: failed('RESOURCE_EXHAUSTED') },
      503: {
        description: 'It cannot be looked up right now.',
        headers: { 'Retry-After': retryAfter },
        content: failed('UNAVAILABLE'),
      },
    },
  }
}

const needed =
  'Words, the last of which may be begun, and runs of words in quotes. Needed without a site filter.'
const whole = (maximum?: number) => ({ type: 'integer', minimum: 0, ...(maximum && { maximum }) })
const json = (id: string, examples: Record<string, unknown>) => ({
  'application/json': { schema: schemaOf(id), examples: valued(examples) },
})
const failed = (status: GoogleError['error']['status']) =>
  json('GoogleError', { [status]: googleError(status, 'What to do next.') })
