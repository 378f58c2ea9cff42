import type { Transaction } from '../../../db/client'
import type { Edition } from '../pages/edition'
import { type FeedOf, feedFiles } from '../pages/feed'
import { deskPath } from '../publication'
import { type Followed, readFeed } from '../read-feed'
import { storePages } from '../stored/store-pages'
import type { Template } from './read-template'

/** Makes the feeds of something that readers can follow, in every format. */
export async function renderFeed(
  tx: Transaction,
  { followed, ...feed }: Omit<FeedOf, 'items'> & { followed: Followed },
  edition: Edition,
): Promise<void> {
  const files = feedFiles({ ...feed, items: await readFeed(tx, followed) }, edition)
  await storePages(
    tx,
    files.map((file) => ({ ...file, canonical: file.path, template: 'feed' })),
  )
}

/** Makes the feeds of all that a desk publishes. */
export async function renderDeskFeed(tx: Transaction, deskId: string, { edition }: Template): Promise<void> {
  const { slug, name } = edition.desk
  const feed = { name: `desks/${slug}`, page: deskPath(slug), title: name }
  await renderFeed(tx, { ...feed, followed: { about: 'desk', id: deskId } }, edition)
}
