import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { revisions } from '../../db/schema'
import { renderOutbox } from '../../server/publication/made/render'
import { checkCopyPath, claimPath, recordPath } from '../../server/publication/publication'
import { readPage } from '../../server/publication/stored/read-page'
import { signHold } from '../../server/revision/passage/resolve-passage'
import { aCheckedArticle, publishing } from '../checked-article'
import { freshDatabase } from '../database'
import { damParagraphs } from '../newsroom'

const db = await freshDatabase()

const [first = '', second = '', third = ''] = damParagraphs
const gone = /Checked against the version of .+, \d\d:\d\d; by .+ the publisher had removed this passage\./
const changed = /Checked against the version of .+, \d\d:\d\d; by .+ the publisher had changed this passage\./

async function textOf(path: string): Promise<string> {
  const page = await readPage(path)
  if (!page) throw new Error(`there is no page ${path}`)
  return page.bytes.toString()
}

async function frozenAt(articleId: string, number: number): Promise<string | undefined> {
  const { frozenAt } = revisions
  const [row] = await db
    .select({ frozenAt })
    .from(revisions)
    .where(and(eq(revisions.articleId, articleId), eq(revisions.number, number)))
  return row?.frozenAt.toISOString()
}

/** What readers and programs get of a claim's first version. */
async function readersOf({ number, path }: { number: number; path: string }) {
  await renderOutbox()
  const { content } = JSON.parse(await textOf(recordPath(number, 1)))
  const { passage } = JSON.parse(await textOf(`/api/v1/claims/${number}/versions/1`))
  const copy = await textOf(checkCopyPath(number, 1, 'txt'))
  return { page: await textOf(path), copy, passage, content }
}

test('what was removed before the first publication is told on the page of the first version', async () => {
  const checked = await aCheckedArticle()
  const { becomes, cracks } = checked
  await becomes(first, second, 'The ministry did not comment.')
  const [published] = await publishing(checked).publish(cracks)
  if (!published) throw new Error('one was published')
  expect(published.path).toBe(claimPath(published.number, cracks.statement))
  const { page, copy, passage, content } = await readersOf(published)
  expect(page).toMatch(gone)
  expect(copy.replace(/\s+/g, ' ')).toMatch(gone)
  expect(passage).toMatchObject({ change: 'removed' })
  expect(content.passage).toEqual(passage)
})

test('a change is told though somebody signed that the check holds, since the first text that has it', async () => {
  const checked = await aCheckedArticle()
  const { becomes, people, passageOf, lena, articleId } = checked
  const later = first.replace('Two thousand', 'Three thousand')
  await becomes(later, second, third)
  await signHold(lena, (await passageOf(people)).placementId)
  const by = await frozenAt(articleId, 2)
  await becomes(later, second, third, 'It rained all night.')
  const [published] = await publishing(checked).publish(people)
  if (!published) throw new Error('one was published')
  const { page, passage } = await readersOf(published)
  expect(page).toMatch(changed)
  expect(passage).toEqual({
    change: 'substantive',
    checkedAt: await frozenAt(articleId, 1),
    changedBy: by,
  })
})

test('of words that stand as they were checked, nothing is told, and the record has no key for it', async () => {
  const checked = await aCheckedArticle()
  const { becomes, people, cracks } = checked
  await becomes(first, second, 'The ministry did not comment.')
  await becomes('A note.', first, second, third.replace('Engineers', 'Some engineers'))
  for (const published of await publishing(checked).publish(people, cracks)) {
    const { page, passage, content } = await readersOf(published)
    expect(page).not.toContain('Checked against the version')
    expect(passage).toBeNull()
    expect(content).not.toHaveProperty('passage')
  }
})
