import { eq, inArray } from 'drizzle-orm'
import type { Transaction } from '../../../db/client'
import { joinedNames, pages, publishedNames } from '../../../db/schema'
import { notify } from '../../channel/notify'
import { pathsOfName } from './named'

/** A desk's checks are listed under nobody any more; pages that list others' too are made again with the lists. */
export async function removeNames(tx: Transaction, deskId: string): Promise<void> {
  await tx.delete(joinedNames).where(eq(joinedNames.deskId, deskId))
  const gone = await tx.delete(publishedNames).where(eq(publishedNames.deskId, deskId)).returning()
  const paths = [...new Set(gone.flatMap(({ kind, slug }) => pathsOfName(kind, slug)))]
  await tx.delete(pages).where(inArray(pages.path, paths))
  await notify(tx, 'pages_changed', { paths })
}
