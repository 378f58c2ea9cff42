import { desc, eq, sql } from 'drizzle-orm'
import type { Transaction } from '../../../db/client'
import { articles, dossiers, logEntries, publications, redactions } from '../../../db/schema'
import { logPath, verifyPath } from '../log/log-paths'
import { signCheckpoint } from '../log/sign-checkpoint'
import { readTree } from '../log/tree/read-tree'
import { rootOf } from '../log/tree/tree'
import { type ListedEntry, logPage } from '../pages/log/log-page'
import { verifyPage } from '../pages/log/verify-page'
import { readAssets } from '../stored/read-assets'
import { storeHtml } from '../stored/store-pages'
import { readListTemplate } from './read-template'

/** As many entries as the page about the log lists. */
const listed = 30

/** Makes what people read of the log as it stands, and the page on which they check a record themselves. */
export async function renderLogPages(tx: Transaction): Promise<void> {
  const template = await readListTemplate(tx)
  const { edition } = template
  const tree = await readTree(tx)
  const { checkpoint, key } = await signCheckpoint(tree)
  const root = Buffer.from(rootOf(tree)).toString('base64')
  const about = { size: tree.size, root, key, checkpoint, newest: await readNewest(tx) }
  const { verify: script, forms } = readAssets()
  await storeHtml(
    tx,
    [
      { path: logPath, canonical: logPath, content: logPage(about, edition) },
      { path: verifyPath, canonical: verifyPath, content: verifyPage({ key, script, forms }, edition) },
    ],
    template,
  )
}

/** The newest entries; of a demo that was removed there is nothing to read any more. */
async function readNewest(tx: Transaction): Promise<ListedEntry[]> {
  const rows = await tx
    .select({
      ...{ entry: logEntries, claim: publications.number, version: publications.version },
      article: articles.publicNumber,
      dossier: dossiers.publicNumber,
    })
    .from(logEntries)
    .leftJoin(publications, eq(publications.id, logEntries.publicationId))
    .leftJoin(redactions, eq(redactions.textEntry, logEntries.index))
    .leftJoin(articles, eq(articles.id, redactions.articleId))
    .leftJoin(dossiers, eq(sql`${dossiers.publicNumber}::text`, sql`${logEntries.body} ->> 'dossier'`))
    .orderBy(desc(logEntries.index))
    .limit(listed)
  return rows.map(({ entry: { index, kind, hash, body }, dossier, ...about }) => ({
    ...{ index, kind, hash, at: new Date(body.at), ...about },
    dossier: dossier === null ? null : { number: dossier, version: body.version ?? 1 },
  }))
}
