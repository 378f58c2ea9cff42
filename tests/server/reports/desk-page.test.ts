import { expect, test } from 'vitest'
import { changeDesk } from '../../../server/member/settings/change-desk'
import { deskTextsShape } from '../../../server/member/settings/desk-settings'
import { renderOutbox, renderStale } from '../../../server/publication/made/render'
import { readPage } from '../../../server/publication/stored/read-page'
import { freshDatabase } from '../../database'
import { aClaim, onDesk, refusalOf } from '../../newsroom'
import { aNewsroom, published } from '../../publishing'

await freshDatabase()
const room = await aNewsroom({ slug: 'meridian' })
const admin = await onDesk('admin', room.desk)
const nothing = { aboutText: '', methodText: '', fundingText: '', correctionsText: '' }

const htmlOf = async (path: string) => (await readPage(path))?.bytes.toString() ?? ''

test('a desk has its page before it publishes, with its scale and the ways to reach it', async () => {
  await renderStale()
  const page = await htmlOf('/desks/meridian')
  for (const words of ['Meridian Fact Desk', 'Mostly true', 'Nothing has been published yet.'])
    expect(page).toContain(words)
  for (const address of ['/desks/meridian/report', '/desks/meridian/suggest', '/feeds/desks/meridian.atom'])
    expect(page).toContain(`href="${address}"`)
  for (const id of ['about', 'funding', 'corrections']) expect(page).not.toContain(`id="${id}"`)
  expect(page).not.toContain('<script')
})

test('its newest checks stand there as they are published', async () => {
  const { path } = await published(room, aClaim({ statement: 'The dam is 41 metres high.' }))
  await renderOutbox()
  const page = await htmlOf('/desks/meridian')
  expect(page).toContain('The dam is 41 metres high.')
  expect(page).toContain(`href="${path}"`)
  expect(await htmlOf('/about')).toContain('href="/desks/meridian"')
  expect(await htmlOf('/sitemaps/desks.xml')).toContain('/desks/meridian</loc>')
  expect(await htmlOf('/sitemap.xml')).toContain('/sitemaps/desks.xml')
  expect(await htmlOf('/c/1')).toContain('href="/c/1/report"')
  expect(await htmlOf('/a/1')).toContain('href="/a/1/report"')
})

test('what an admin writes stands there as plain paragraphs, once it says something', async () => {
  const to = deskTextsShape.parse({
    ...{ aboutText: ' We are five.\r\n\r\nWe live in <b>Anselm</b>.\u0007 ', methodText: '' },
    ...{ fundingText: 'Our readers pay.', correctionsText: '' },
  })
  await changeDesk(admin, { was: nothing, to })
  await renderStale()
  const page = await htmlOf('/desks/meridian')
  expect(page).toContain('>We are five.</p>')
  expect(page).toContain('>We live in &lt;b&gt;Anselm&lt;/b&gt;.</p>')
  expect(page).toContain('id="funding"')
  expect(page).not.toContain('id="corrections"')
  const late = changeDesk(admin, { was: nothing, to: { ...nothing, aboutText: 'Else' } })
  expect(await refusalOf(late)).toBe('setting-changed')
})

test('a demo desk’s page is left out of search engines and sitemaps', async () => {
  const demo = await aNewsroom({ slug: 'demo', isDemo: true })
  await published(demo, aClaim())
  await renderOutbox()
  expect(await htmlOf('/desks/demo')).toContain('name="robots" content="noindex"')
  expect(await htmlOf('/desks/meridian')).not.toContain('noindex')
  expect(await htmlOf('/sitemaps/desks.xml')).not.toContain('/desks/demo')
})
