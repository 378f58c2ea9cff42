import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { renderStale } from '../../../server/publication/made/render'
import { freshDatabase } from '../../database'
import { description, faultsBy, faultsOf } from './description'
import { documentAt } from './documents'

await freshDatabase()

type Described = {
  properties?: Record<string, Described>
  description?: string
  $ref?: string
  items?: Described
}
const schemas: Record<string, Described> = description.components.schemas

test('the description is OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(description))
  expect(errors).toBeUndefined()
  expect(valid).toBe(true)
})

test('it is handed out under its own address', async () => {
  await renderStale()
  expect(await documentAt('/api/v1/openapi.json')).toMatchObject({
    openapi: '3.1.1',
    components: description.components,
  })
})

const contents = Object.entries(description.paths).flatMap(([path, { get }]) =>
  Object.entries(get.responses).flatMap(([status, { content = {} }]) =>
    Object.entries(content).map(([type, { examples = {} }]) => ({ path, status, type, examples })),
  ),
)

test('every example is as its schema says', () => {
  const faults = contents.flatMap(({ path, status, type, examples }) =>
    Object.entries(examples).flatMap(([name, { value }]) =>
      faultsBy(['paths', path, 'get', 'responses', status, 'content', type, 'schema'], value).map(
        (fault) => `${path} ${name}: ${fault}`,
      ),
    ),
  )
  expect(faults).toEqual([])
})

test('every document has an example', () => {
  const without = contents.filter(({ status, examples }) => status === '200' && !Object.keys(examples).length)
  expect(without.map(({ path }) => path)).toEqual([])
})

test('what is not as described is told from what is', () => {
  const { get } = description.paths['/api/v1/claims/{number}'] ?? {}
  const value = get?.responses[200]?.content?.['application/json']?.examples?.published?.value
  const faults = (body: unknown) => faultsOf('/api/v1/claims/7', 200, 'application/json', body)
  expect(faults(value)).toEqual([])
  expect(faults({ ...Object(value), publishedAt: 'yesterday' })).toEqual([
    '/publishedAt must match format "date-time"',
  ])
  expect(faults({ ...Object(value), unheard: 1 })).toEqual([' must NOT have additional properties'])
  expect(faultsOf('/api/v1/nothing', 200, 'application/json', {})).toEqual([
    '/api/v1/nothing is not described',
  ])
})

test('every time and figure says what it is', () => {
  const bare = Object.entries(schemas).flatMap(([id, schema]) => undescribed(id, schema))
  expect(bare).toEqual([])
})

type Numeric = Described & { type?: string; format?: string; anyOf?: Numeric[] }

/** The places of numbers, times and addresses without a description. */
function undescribed(place: string, schema: Numeric): string[] {
  const isFigure = [schema, ...(schema.anyOf ?? [])].some(
    ({ type, format }) => type === 'integer' || type === 'number' || format !== undefined,
  )
  const inside = Object.entries(schema.properties ?? {}).flatMap(([name, one]) =>
    undescribed(`${place}.${name}`, one),
  )
  const items = schema.items ? undescribed(`${place}[]`, schema.items) : []
  return [...(isFigure && !schema.description ? [place] : []), ...inside, ...items]
}
