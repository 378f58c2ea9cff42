import { z } from 'zod'

/** What went wrong with a request of a program, as RFC 9457 says it. */
export const problemShape = z
  .object({
    type: z.literal('about:blank').meta({ description: 'The status says all there is to say.' }),
    title: z.string().meta({ description: 'The status in words.' }),
    status: z.int().meta({ description: 'The status of the answer.' }),
    detail: z.string().meta({ description: 'What to do next, for people.' }),
  })
  .meta({ id: 'Problem', description: 'What went wrong, as RFC 9457 says it.' })
export type Problem = z.infer<typeof problemShape>

export const problemType = 'application/problem+json'

const titles = {
  400: 'Bad Request',
  404: 'Not Found',
  429: 'Too Many Requests',
  501: 'Not Implemented',
  503: 'Service Unavailable',
} as const
export type ProblemStatus = keyof typeof titles

export function problemOf(status: ProblemStatus, detail: string): Problem {
  return { type: 'about:blank', title: titles[status], status, detail }
}

/** How long a program should wait while the database is away, in seconds. */
export const awayFor = 30

/** What every answer for programs says to browsers: pages of any host may read it, and there is nothing else to do here. */
export const openToAll = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, last-modified, ratelimit, ratelimit-policy, retry-after',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
}

/** The answer to a browser that asks before it reads, as it does for a conditional request (Fetch, CORS preflight). */
export const preflight = {
  ...openToAll,
  'access-control-allow-methods': 'GET, HEAD',
  'access-control-allow-headers': 'if-none-match, if-modified-since',
  'access-control-max-age': '86400',
  allow: 'GET, HEAD, OPTIONS',
}
