import { expect, test } from 'vitest'
import { renderOutbox } from '../../server/publication/made/render'
import { readHead } from '../../server/publication/stored/read-head'
import { readPage } from '../../server/publication/stored/read-page'
import { answerTo } from '../../server/publication/stored/stored-page'
import { putUnderReview } from '../../server/publication/under-review/put-under-review'
import { freshDatabase } from '../database'
import { aClaim } from '../newsroom'
import { aNewsroom, published } from '../publishing'

await freshDatabase()
const room = await aNewsroom()
const claim = aClaim({ statement: 'The largest <since>', shortAnswer: 'It is the second largest.' })
const { number } = await published(room, claim)

async function embedded() {
  await renderOutbox()
  const page = await readPage(`/embed/c/${number}`)
  if (!page) throw new Error('there is no embed')
  const asked = { path: page.path, acceptEncoding: '', ifNoneMatch: '' }
  const { headers } = answerTo(asked, readHead(page))
  return { html: page.bytes.toString('utf8'), headers }
}

test('an embed shows the newest verdict and answer without a script, in anybody’s frame', async () => {
  const { html, headers } = await embedded()
  expect(html).toContain('The largest &lt;since&gt;')
  expect(html).toContain('It is the second largest.')
  expect(html).toContain('Misleading / missing context')
  expect(html).not.toContain('<script')
  expect(headers['content-security-policy']).toContain('frame-ancestors *')
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  const page = await readPage(`/c/${number}`)
  expect(page?.bytes.toString('utf8')).toContain(`/embed/c/${number}&quot;`)
})

test('a doubt, a correction and a retraction stand in it at once', async () => {
  await putUnderReview({ member: room.editor, claimId: claim.id, version: 1, line: 'A reader disagrees.' })
  expect((await embedded()).html).toContain('A reader disagrees.')
  await published(
    room,
    { ...claim, verdict: 'true' },
    { kind: 'verdict-change', publicNote: 'We had it wrong.' },
  )
  const corrected = (await embedded()).html
  expect(corrected).toContain('We had it wrong.')
  expect(corrected).not.toContain('A reader disagrees.')
  expect(corrected).toContain('v-true')
  await published(room, claim, { kind: 'retraction', publicNote: 'The register was wrong.' })
  const retracted = (await embedded()).html
  expect(retracted).toContain('The register was wrong.')
  expect(retracted).not.toContain('It is the second largest.')
})
