import { afterEach, expect, test } from 'vitest'
import { GET as wellKnown } from '../../app/(public)/.well-known/security.txt/route'
import { GET as atTheTop } from '../../app/(public)/security.txt/route'
import { GET as trust } from '../../app/(public)/trust.txt/route'
import { settings } from '../../server/env'

const given = ['SECURITY_CONTACT', 'TRUST_CONTACT', 'TRUST_BELONGS_TO', 'TRUST_CONTROLLED_BY', 'TRUST_SOCIAL']
afterEach(() => {
  for (const name of given) delete process.env[name]
})

const asked = (headers: HeadersInit = []) => new Request('https://checks.example/', { headers })

test('without a contact there is neither file, whatever else is set', () => {
  process.env.TRUST_SOCIAL = 'https://social.example/@checks'
  for (const get of [wellKnown, atTheTop, trust]) expect(get(asked()).status).toBe(404)
})

test('security.txt names each contact, where it stands, and until when it is good: less than a year', async () => {
  process.env.SECURITY_CONTACT = 'mailto:security@checks.example, https://checks.example/security'
  const answer = wellKnown(asked())
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  const text = await answer.text()
  const [one, other, expires = '', canonical] = text.split('\n')
  expect([one, other]).toEqual([
    'Contact: mailto:security@checks.example',
    'Contact: https://checks.example/security',
  ])
  expect(expires).toMatch(/^Expires: \d{4}-\d{2}-\d{2}T00:00:00Z$/)
  const days = (Date.parse(expires.slice('Expires: '.length)) - Date.now()) / (24 * 60 * 60_000)
  expect(days).toBeGreaterThan(170)
  expect(days).toBeLessThan(365)
  expect(canonical).toBe(`Canonical: ${settings().publicOrigin}/.well-known/security.txt`)
  expect(await atTheTop(asked()).text()).toBe(text)
})

test('trust.txt says whom the newsroom belongs to, who controls it, where else it speaks and how it is reached', async () => {
  process.env.TRUST_CONTACT = 'mailto:editors@checks.example'
  process.env.TRUST_BELONGS_TO = 'https://factcheckers.example/, https://press.example/'
  process.env.TRUST_CONTROLLED_BY = 'https://owner.example/'
  process.env.TRUST_SOCIAL = 'https://social.example/@checks'
  expect(await trust(asked()).text()).toBe(
    [
      'belongto=https://factcheckers.example/',
      'belongto=https://press.example/',
      'controlledby=https://owner.example/',
      'social=https://social.example/@checks',
      'contact=editors@checks.example',
      `disclosure=${settings().publicOrigin}/about`,
      '',
    ].join('\n'),
  )
})

test.each([
  ['security.txt', wellKnown],
  ['security.txt at the top', atTheTop],
  ['trust.txt', trust],
])('%s says when it last changed, and is not sent to whoever has it', async (_, get) => {
  process.env.SECURITY_CONTACT = 'mailto:security@checks.example'
  process.env.TRUST_CONTACT = 'mailto:editors@checks.example'
  const first = get(asked())
  const [etag, at] = [first.headers.get('etag') ?? '', first.headers.get('last-modified') ?? '']
  expect(Date.parse(at)).toBeLessThanOrEqual(Date.now())
  for (const held of [
    ['if-none-match', etag],
    ['if-modified-since', at],
  ] satisfies [string, string][]) {
    const again = get(asked([held]))
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect(again.headers.get('etag')).toBe(etag)
  }
  const before = new Date(Date.parse(at) - 1_000).toUTCString()
  for (const held of [
    ['if-none-match', '"of another"'],
    ['if-modified-since', before],
  ] satisfies [string, string][])
    expect(get(asked([held])).status).toBe(200)
  process.env.SECURITY_CONTACT = 'mailto:holes@checks.example'
  process.env.TRUST_CONTACT = 'mailto:desk@checks.example'
  expect(get(asked({ 'if-none-match': etag })).status).toBe(200)
})

test.each([
  ['SECURITY_CONTACT', 'security@checks.example'],
  ['SECURITY_CONTACT', 'http://checks.example/security'],
  ['TRUST_CONTACT', 'mailto:one@checks.example,'],
  ['TRUST_BELONGS_TO', 'factcheckers.example'],
  ['TRUST_CONTROLLED_BY', 'https://one.example/,https://two.example/'],
  ['TRUST_SOCIAL', 'https://social.example/\ncontact=stranger@example.com'],
])('%s is refused at start as %j', (name, value) => {
  expect(() => settings({ NODE_ENV: 'test', [name]: value })).toThrow(name)
})
