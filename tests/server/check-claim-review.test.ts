import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { afterAll, afterEach, expect, test } from 'vitest'
import { houseScale } from '../../server/claim/scale'
import { checkClaimReviewCommand } from '../../server/command/operator/check-claim-review'
import { renderOutbox } from '../../server/publication/made/render'
import { claimPage } from '../../server/publication/pages/claim/claim-page'
import { editionOf } from '../../server/publication/pages/edition'
import { recordOf } from '../../server/publication/publication'
import { readPublicDesk, readVersions } from '../../server/publication/read-published'
import { changeScale } from '../../server/scale/change-scale'
import { freshDatabase } from '../database'
import { aClaim, onDesk } from '../newsroom'
import { aNewsroom, published } from '../publishing'

const db = await freshDatabase()
const room = await aNewsroom()
const admin = await onDesk('admin', room.desk)
const scale = houseScale().map((entry) =>
  entry.verdict === 'false' ? { ...entry, label: 'Made up' } : entry,
)
await changeScale({ member: admin, was: 0, to: scale })
await published(room, aClaim({ verdict: 'false' }))
await renderOutbox()
const versions = (await readVersions(db, [1])).get(1) ?? []
const desk = await readPublicDesk(db, room.desk.id)
const html = claimPage(
  versions,
  editionOf(desk, { origin: 'https://meridian.example', stylesheet: '/s.css' }),
)

/** What the page and its record answer, as the newsroom would behind its https address. */
const answers: Record<string, string> = {
  '/good': html,
  '/c/1/v/1/record.json': JSON.stringify(versions[0] ? recordOf(versions[0]) : null),
  '/scripted': html.replace('</body>', '<script>1</script></body>'),
  '/stale': html.replaceAll('record.json', 'stale.json').replace('v/1/stale', 'v/2/record'),
  '/c/1/v/2/record.json': JSON.stringify(
    versions[0] ? { ...recordOf(versions[0]), kind: 'retraction', publicNote: 'No.' } : null,
  ),
  '/plain': '<html lang="en"><body>Nothing</body></html>',
}
const server = createServer((request, response) => {
  const answer = answers[request.url ?? '']
  if (answer === undefined) response.writeHead(301, { location: '/good' }).end()
  else response.writeHead(200, { 'content-type': 'text/html' }).end(answer)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const { port } = server.address() as AddressInfo // A server on a port has one.
afterAll(() => void server.close())
// The command tells the shell; this process is none.
afterEach(() => {
  process.exitCode = undefined
})

const check = (path: string) => checkClaimReviewCommand.run([`http://127.0.0.1:${port}${path}`])

test('a page whose desk has words of its own breaks no rule: its record says which', async () => {
  expect(await check('/good')).toMatchObject({ broken: [] })
  expect(process.exitCode).toBeUndefined()
})

test('what is broken is named, and the shell is told', async () => {
  expect(await check('/scripted')).toMatchObject({ broken: [18] })
  expect(process.exitCode).toBe(1)
  expect(await check('/plain')).toMatchObject({ broken: [1] })
  expect(await check('/moved')).toMatchObject({ broken: [8], status: 301 })
})

test('a rating that stands on a page whose record is a retraction is found', async () => {
  expect(await check('/stale')).toMatchObject({ broken: [19] })
})

test('the operator’s tool reads a page without a database, and tells the shell', async () => {
  const spawned = (...args: string[]) =>
    // Asked aside: what is asked is served by this very process.
    promisify(execFile)('node', ['server/command/proofroom.mjs', 'check-claimreview', ...args]).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
    )
  const good = await spawned(`http://127.0.0.1:${port}/good`)
  expect(good.stderr).toContain('Every rule that one page can show holds.')
  expect(good.code).toBe(0)
  const scripted = await spawned(`http://127.0.0.1:${port}/scripted`)
  expect(scripted.stderr).toContain('18: The page has no script that runs.')
  expect(scripted.code).toBe(1)
})

test('no address is refused with what to do', async () => {
  await expect(checkClaimReviewCommand.run([])).rejects.toThrow('Name the address of a claim page')
})
