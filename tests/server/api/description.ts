import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { settings } from '../../../server/env'
import { openApi } from '../../../server/publication/api/openapi/openapi'
import { editionOf } from '../../../server/publication/pages/edition'
import { sampleArticle, sampleClaims } from '../../../server/publication/pages/sample/sample-claims'

const desk = { slug: 'ledger', name: 'The Ledger', timeZone: 'Europe/Vienna', language: 'en', isDemo: false }
const edition = editionOf(desk, { origin: settings().publicOrigin, stylesheet: '/s.css' })

/** The description as it is handed out. */
export const description: ReturnType<typeof openApi> = JSON.parse(
  JSON.stringify(openApi({ claims: sampleClaims(), article: sampleArticle() }, edition)),
)

const ajv = new Ajv2020({ allErrors: true, strictSchema: false })
formats.default(ajv)
ajv.addSchema(description, 'description')

/** What is wrong with an answer to a GET, by the description; empty when it is as described. */
export function faultsOf(path: string, status: number, contentType: string, body: unknown): string[] {
  const asked = Object.keys(description.paths).find((template) => matcherOf(template).test(path))
  if (!asked) return [`${path} is not described`]
  const type = contentType.split(';')[0] ?? ''
  const content = description.paths[asked]?.get.responses[status]?.content ?? {}
  const described = Object.keys(content).find((one) => one.split(';')[0] === type)
  if (!described) return [`${path} answers ${status} with ${type}, which is not described`]
  return faultsBy([`paths`, asked, 'get', 'responses', String(status), 'content', described, 'schema'], body)
}

/** What is wrong with a value by the schema that stands at a place in the description. */
export function faultsBy(place: string[], value: unknown): string[] {
  const pointer = place.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
  const check = ajv.compile({ $ref: `description#/${pointer.join('/')}` })
  if (check(value)) return []
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

function matcherOf(template: string): RegExp {
  const parts = template
    .split('/')
    .map((part) => (part.startsWith('{') ? '\\d+' : part.replaceAll('.', '\\.')))
  return new RegExp(`^${parts.join('/')}$`)
}
