import { db } from '../../../db/client'
import { publications } from '../../../db/schema'
import { aNewsroom } from '../../publishing'
import type { Figure } from '../figures'
import type { Newsroom } from '../newsroom'
import { settledPath } from '../public-pages'
import { measureEditing } from './editing'
import { fillPublished } from './fill-published'
import { measureServing, pageAt } from './serving'
import { measureRemaking, measureVisible } from './visible'

const published = 2_400

/** What readers and those who edit beside them wait for, and how soon what is published is there for all. */
export async function* measureReaders(newsroom: Newsroom): AsyncGenerator<Figure[]> {
  const [publication] = await db().select().from(publications)
  if (!publication) throw new Error('the demo has published nothing')
  const page = pageAt(newsroom, await settledPath(newsroom.server.origin, `/c/${publication.number}`))
  yield* measureServing(page)
  yield await measureEditing(newsroom, page)
  const desk = await aNewsroom()
  yield await measureRemaking(desk, 'a new desk')
  await fillPublished(desk, published)
  const where = `a desk with ${published} published claims`
  yield await measureVisible(newsroom, desk, where)
  yield await measureRemaking(desk, where)
}
