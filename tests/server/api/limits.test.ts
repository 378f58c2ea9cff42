import { expect, test } from 'vitest'
import { GET as search } from '../../../app/(public)/api/v1alpha1/[method]/route'
import { GET as oembed } from '../../../app/(public)/oembed/route'
import { allowed } from '../../../server/publication/api/computed/limits'
import { freshDatabase } from '../../database'
import { serving } from './serving'

await freshDatabase()
const routes = [
  { of: 'search', at: `${await serving(search)}/api/v1alpha1/claims:search?query=relief`, first: 200 },
  { of: 'oembed', at: `${await serving(oembed)}/oembed?url=https://elsewhere.example/`, first: 404 },
] as const

test.each(routes)(
  '$of is answered as often as it says, for each network by itself',
  async ({ of, at, first }) => {
    const ask = (address: string) => fetch(at, { headers: { 'x-forwarded-for': address } })
    const answer = await ask('203.0.113.7')
    expect(answer.status).toBe(first)
    expect(answer.headers.get('ratelimit-policy')).toBe(`"${of}";q=${allowed[of]};w=60`)
    expect(answer.headers.get('ratelimit')).toBe(`"${of}";r=${allowed[of] - 1};t=60`)
    for (let asked = 1; asked < allowed[of]; asked++) await (await ask('203.0.113.7')).text()
    const refused = await ask('203.0.113.7')
    expect(refused.status).toBe(429)
    expect(refused.headers.get('ratelimit')).toMatch(new RegExp(`^"${of}";r=0;t=\\d+$`))
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refused.text()).toContain('Too many requests came from your network.')
    expect((await ask('203.0.113.8')).status).toBe(first)
    // Whoever has one address of an IPv6 network has them all.
    for (let asked = 0; asked < allowed[of]; asked++)
      await (await ask(`2001:db8::${asked.toString(16)}`)).text()
    expect((await ask('2001:db8::ffff')).status).toBe(429)
  },
)
