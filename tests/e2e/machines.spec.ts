import { factchecktools } from '@googleapis/factchecktools'
import { expect } from '@playwright/test'
import { test } from './server'

test('programs read what was published, without a key or a cookie, and hear why where there is nothing', async ({
  server,
}) => {
  const at = (path: string, headers: Record<string, string> = {}) => fetch(server.origin + path, { headers })
  await expect.poll(async () => (await at('/api/v1/claims/1')).status).toBe(200)

  const answer = await at('/api/v1/claims/1')
  const claim = await answer.json()
  expect(claim.desk.isDemo).toBe(true)
  expect(answer.headers.get('content-type')).toBe('application/json')
  const [etag, since] = [answer.headers.get('etag') ?? '', answer.headers.get('last-modified') ?? '']
  expect((await at('/api/v1/claims/1', { 'if-none-match': etag })).status).toBe(304)
  expect((await at('/api/v1/claims/1', { 'if-modified-since': since })).status).toBe(304)
  const { paths } = await (await at('/api/v1/openapi.json')).json()
  expect(Object.keys(paths)).toContain('/api/v1/claims/{number}')

  const missing = await at('/api/v1/claims/99999')
  expect(missing.status).toBe(404)
  expect(missing.headers.get('content-type')).toBe('application/problem+json')

  const frame = await at(`/oembed?url=${encodeURIComponent(claim.page)}`)
  expect((await frame.json()).title).toContain('This is a demo newsroom.')
  const preflight = await fetch(`${server.origin}/api/v1/claims/99999`, { method: 'OPTIONS' })
  expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, HEAD')

  for (const { headers } of [answer, missing, frame, preflight]) {
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('set-cookie')).toBeNull()
  }
})

test('Google’s own client is answered by the running server, which has nothing of a demo for it', async ({
  server,
}) => {
  const { claims } = factchecktools({ version: 'v1alpha1', auth: 'a-key' })
  const found = await claims.search({ query: 'the' }, { rootUrl: `${server.origin}/api/` })
  expect(found.status).toBe(200)
  expect(found.data).toEqual({})
  await expect(claims.search({}, { rootUrl: `${server.origin}/api/` })).rejects.toMatchObject({
    status: 400,
    message: expect.stringContaining('Say what to look for'),
  })
})
