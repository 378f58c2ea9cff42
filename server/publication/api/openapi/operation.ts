type Parameter = {
  name: string
  in: 'path' | 'query'
  required: boolean
  description: string
  schema: object
}
type Example = { value: unknown }
type Content = { schema: object; examples?: Record<string, Example> }
type Header = { description: string; schema: object }
export type Answered = {
  description: string
  headers?: Record<string, Header>
  content?: Record<string, Content>
}
export type Operation = {
  operationId: string
  summary: string
  description: string
  parameters: Parameter[]
  responses: Record<string, Answered>
}

/** A finished document: made when something is published, and handed out with the database away, too. */
type Finished = Pick<Operation, 'operationId' | 'summary' | 'parameters'> & {
  /** What it says beyond its summary. */
  description?: string
  contentType?: string
  schema: object
  examples: Record<string, unknown>
}

/** How a finished document is asked for, and what is answered. */
export function finished({
  contentType = 'application/json',
  schema,
  examples,
  ...asked
}: Finished): Operation {
  const content = { [contentType]: { schema, examples: valued(examples) } }
  return {
    description: 'Made when something is published; ask again with the ETag to hear whether it has changed.',
    ...asked,
    responses: {
      200: { description: 'The document.', headers: known, content },
      304: stillGood(known),
      404: problem('Nothing is published at this address.'),
      503: { ...problem('It cannot be looked up right now.'), headers: { 'Retry-After': retryAfter } },
    },
  }
}

/** A parameter behind the question mark. */
export function inQuery(name: string, schema: object, description: string, required = false): Parameter {
  return { name, in: 'query', required, description, schema }
}

/** An answer that says what went wrong, as RFC 9457 does. */
export function problem(description: string): Answered {
  return { description, content: { 'application/problem+json': { schema: schemaOf('Problem') } } }
}

/** The answer to who has the very same. */
export function stillGood(headers: Record<string, Header>): Answered {
  return { description: 'What you have is still good.', headers }
}

export function inPath(name: string, description: string): Parameter {
  return { name, in: 'path', required: true, description, schema: { type: 'integer', minimum: 1 } }
}

export function schemaOf(id: string): object {
  return { $ref: `#/components/schemas/${id}` }
}

export function valued(examples: Record<string, unknown>): Record<string, Example> {
  return Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }]))
}

/** By which a document is asked for again. */
export const known = {
  ETag: { description: 'Changes with the document (RFC 9110).', schema: { type: 'string' } },
  'Last-Modified': {
    description: 'When the document last changed, GMT (RFC 9110).',
    schema: { type: 'string' },
  },
}
export const retryAfter = {
  description: 'How long to wait, in seconds.',
  schema: { type: 'integer', minimum: 0 },
}

/** How often one network may ask for what is looked up for it. */
export const counted = {
  'RateLimit-Policy': {
    description: 'How many requests (q) within how many seconds (w); draft-ietf-httpapi-ratelimit-headers.',
    schema: { type: 'string' },
  },
  RateLimit: {
    description: 'How many requests are left (r) for how many seconds (t).',
    schema: { type: 'string' },
  },
}
export const tooOften = {
  description: 'Too many requests came from your network.',
  headers: { ...counted, 'Retry-After': retryAfter },
}
