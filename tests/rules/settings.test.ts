import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { settingNames, settings } from '../../server/env'

test('without any setting the house opens for this machine only', () => {
  const { host, port, databaseUrl, publicOrigin } = settings({ NODE_ENV: 'test' })
  expect({ host, port, databaseUrl, publicOrigin }).toEqual({
    host: '127.0.0.1',
    port: 3000,
    databaseUrl: null,
    publicOrigin: 'http://127.0.0.1:3000',
  })
})

test('the public address follows host and port', () => {
  expect(settings({ NODE_ENV: 'test', HOST: '::1', PORT: '8080' }).publicOrigin).toBe('http://[::1]:8080')
  expect(settings({ NODE_ENV: 'test', HOST: '0.0.0.0' }).publicOrigin).toBe('http://localhost:3000')
})

test('an empty setting counts as not set', () => {
  expect(settings({ NODE_ENV: 'test', PORT: '', DATABASE_URL: '' })).toMatchObject({
    port: 3000,
    databaseUrl: null,
  })
})

test.each([
  ['HOST', '999.1.1.1', /HOST must be a network address/],
  ['PORT', 'three', /PORT must be a number/],
  ['PORT', '70000', /PORT must be a number/],
  ['PORT', '80.5', /PORT must be a number/],
  ['DATABASE_URL', 'mysql://here', /DATABASE_URL must begin with postgres/],
  ['PUBLIC_ORIGIN', 'https://example.org/checks', /PUBLIC_ORIGIN must be the start/],
  ['PUBLIC_ORIGIN', 'example.org', /PUBLIC_ORIGIN must be the start/],
  ['TRUSTED_PROXIES', '127.0.0.1,proxy', /TRUSTED_PROXIES must list network addresses/],
  ['IMPORT_ALLOW_PRIVATE', '127.0.0.1', /IMPORT_ALLOW_PRIVATE must list hosts with ports/],
  ['WEBHOOK_ALLOW_PRIVATE', 'chat', /WEBHOOK_ALLOW_PRIVATE must list hosts with ports/],
  ['ROLE', 'reader', /ROLE must be/],
  ['ADVERTISE_URL', '10.0.0.5:3000', /ADVERTISE_URL must be/],
  ['CLUSTER_SECRET', 'short', /CLUSTER_SECRET must have/],
  ['SECRET_KEY', 'short', /SECRET_KEY must have/],
  ['OIDC_ISSUER', 'http://accounts.example.org', /OIDC_ISSUER must be the address/],
  ['OIDC_ISSUER', 'https://accounts.example.org', /must be set together/],
  ['SMTP_URL', 'mail.example.org', /SMTP_URL must name a mail server/],
  ['SMTP_URL', 'smtp://', /SMTP_URL must name a mail server/],
  ['MAIL_FROM', 'the desk', /MAIL_FROM must be an e-mail address/],
  ['MAIL_FROM', 'Desk <a@b.example>\r\nBcc: c@d.example', /MAIL_FROM must be an e-mail address/],
  ['LOG_LEVEL', 'loud', /LOG_LEVEL must be/],
  ['LINK_WATCH', 'daily', /LINK_WATCH must be weekly or none/],
  ['TIMESTAMP_URL', 'an authority', /TIMESTAMP_URL must be the address/],
  ['WAYBACK_KEYS', 'access', /WAYBACK_KEYS must be the two keys/],
  ['WAYBACK_URL', 'web.archive.org', /WAYBACK_URL must be where/],
  ['EVIDENCE_STORE', 'https://bucket.example', /EVIDENCE_STORE must name a bucket/],
  ['EVIDENCE_STORE', 's3://bucket', /EVIDENCE_STORE needs EVIDENCE_ACCESS_KEY and EVIDENCE_SECRET_KEY/],
  ['EVIDENCE_ENDPOINT', 's3.example.org', /EVIDENCE_ENDPOINT must be where/],
  ['EVIDENCE_REGION', 'Frankfurt am Main', /EVIDENCE_REGION must be the name/],
  ['DATASET', 'weekly', /DATASET must be nightly or none/],
  ['EMBEDDER', 'yes', /EMBEDDER must be energetic-ai or none/],
  ['DATASET_LICENCE', 'CC0-1.0', /PUBLIC_LICENCE names the licence/],
])('%s=%s is refused with a sentence', (name, value, sentence) => {
  expect(() => settings({ NODE_ENV: 'test', [name]: value })).toThrow(sentence)
})

test('several bad settings are named together', () => {
  const bad = () => settings({ NODE_ENV: 'test', PORT: 'x', LOG_LEVEL: 'loud' })
  expect(bad).toThrow(/PORT must.*\n.*LOG_LEVEL must/)
})

test('.env.example lists every setting, each with a line that explains it', () => {
  const lines = readFileSync('.env.example', 'utf8').split('\n')
  const listed = lines.flatMap((line, at) =>
    /^[A-Z_]+=/.test(line) ? [{ name: line.split('=')[0], above: lines[at - 1] }] : [],
  )
  expect(listed.map(({ name }) => name)).toEqual(settingNames)
  expect(listed.filter(({ above }) => !above?.startsWith('# '))).toEqual([])
})

test('README lists every setting', () => {
  const readme = readFileSync('README.md', 'utf8')
  expect(settingNames.filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
})
