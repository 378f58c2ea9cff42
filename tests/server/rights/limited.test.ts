import { describe, expect, test } from 'vitest'
import { articleLimits } from '../../../db/schema'
import { roles } from '../../../db/vocabulary'
import { freshDatabase } from '../../database'
import { articleOf, nowhere } from './article-of'
import { actOf, ask, isQuery, outcomeOf } from './ask'
import { rightOf, twoDesks } from './askers'
import { questions } from './questions'

const db = await freshDatabase()
const { ours, homeOf, cookies } = await twoDesks()

/** To the author alone; as a row, because a deleted article is limited by no act. */
async function limit(articleId: string): Promise<void> {
  const { id } = ours.author
  await db
    .insert(articleLimits)
    .values({ articleId, members: [id], limitedBy: id })
    .onConflictDoNothing()
}

/** What is told of an article to whoever may not know of it, on purpose. */
const told = ['limit.nameSelf', 'publication.ofClaim']

const paths = Object.keys(questions).filter((path) => questions[path]?.missing && !told.includes(path))

describe.each(paths)('%s', (path) => {
  const { thing, missing, besides } = questions[path] ?? {}
  const act = actOf(path) ?? 'read the desk'
  const allowed = roles.filter((role) => rightOf(role, act) === 'answered')
  test.each(allowed)('to a member who is not named (%s) a limited article is not there', async (asker) => {
    const own = (await thing?.(homeOf(asker))) ?? {}
    const articleId = await articleOf(own)
    if (!articleId) return
    await limit(articleId)
    const more = () => (typeof besides === 'function' ? besides() : besides)
    const at = (parts: Record<string, unknown>) => ({ desk: ours.desk.slug, ...more(), ...parts })
    const answer = await ask(path, at(own), cookies[asker])
    const whenMissing = await ask(path, at({ ...own, ...nowhere(path, missing) }), cookies[asker])
    expect(outcomeOf(answer)).toBe(outcomeOf(whenMissing))
    expect(answer).toEqual(whenMissing)
    expect(path.startsWith('dossier.') && answer.body.includes(articleId)).toBe(false)
  })
})

test('no list of the desk names a limited article to whoever is not named', async () => {
  const made: string[] = []
  for (const path of paths) {
    const articleId = await articleOf((await questions[path]?.thing?.(homeOf('editor'))) ?? {})
    if (articleId) made.push(articleId)
  }
  for (const articleId of made) await limit(articleId)
  // Readers have what is published: an address of theirs is no secret.
  const lists = Object.keys(questions).filter(
    (path) =>
      isQuery(path) && !questions[path]?.missing && path !== 'publication.recent' && !told.includes(path),
  )
  const at = (path: string) => {
    const { besides } = questions[path] ?? {}
    return { desk: ours.desk.slug, ...(typeof besides === 'function' ? besides() : besides) }
  }
  for (const asker of roles)
    for (const path of lists.filter((path) => path !== 'limit.ofDesk')) {
      const { body } = await ask(path, at(path), cookies[asker])
      expect(
        made.filter((id) => body.includes(id)),
        `${asker}: ${path}`,
      ).toEqual([])
    }
})
