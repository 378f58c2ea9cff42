import type { Edition } from '../../pages/edition'
import { claimPath, type PublicVersion } from '../../publication'
import { oembedOf, oembedPath, oembedXml } from '../computed/oembed'
import {
  counted,
  inQuery,
  known,
  type Operation,
  problem,
  retryAfter,
  schemaOf,
  stillGood,
  tooOften,
  valued,
} from './operation'

/** How a claim is shown in pages of others, by its page's address. */
export function oembed(newest: PublicVersion, edition: Edition): Operation {
  const page = edition.origin + claimPath(newest.number, newest.content.claim.statement)
  const described = oembedOf(newest, { width: 480, height: 320 }, edition)
  return {
    operationId: 'getOEmbed',
    summary: 'How a claim is shown in pages of others (oEmbed 1.0).',
    description: `Pages of claims name it, as in ${oembedPath(page, 'json')}. The frame needs no script.`,
    parameters: [
      inQuery('url', { type: 'string', format: 'uri' }, 'The whole address of a claim’s page.', true),
      inQuery('format', { enum: ['json', 'xml'], default: 'json' }, 'How it is answered.'),
      inQuery('maxwidth', pixels, 'The most the frame may be wide, in CSS pixels.'),
      inQuery('maxheight', pixels, 'The most the frame may be high, in CSS pixels.'),
    ],
    responses: {
      200: {
        description: 'The frame.',
        headers: { ...counted, ...known },
        content: {
          'application/json': { schema: schemaOf('OEmbed'), examples: valued({ frame: described }) },
          'text/xml': { schema: { type: 'string' }, examples: valued({ frame: oembedXml(described) }) },
        },
      },
      304: stillGood({ ...counted, ...known }),
      400: { ...problem('Something is missing or cannot be read.'), headers: counted },
      404: { ...problem('No claim is published at the address.'), headers: counted },
      429: { ...problem(tooOften.description), headers: tooOften.headers },
      501: { ...problem('There is no such format.'), headers: counted },
      503: {
        ...problem('It cannot be looked up right now.'),
        headers: { ...counted, 'Retry-After': retryAfter },
      },
    },
  }
}

const pixels = { type: 'integer', minimum: 1 }
