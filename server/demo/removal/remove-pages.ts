import { and, eq, inArray, isNotNull, like, or } from 'drizzle-orm'
import type { Transaction } from '../../../db/client'
import * as kept from '../../../db/schema'
import { notify } from '../../channel/notify'
import { articleCopyPath, copyFormats } from '../../publication/publication'

/** Takes away every page and file that is made for readers and programs of what a desk published. */
export async function removePages(tx: Transaction, deskId: string): Promise<void> {
  const { pages, publications, articles } = kept
  const published = await tx
    .selectDistinct({ claim: publications.number, article: articles.publicNumber })
    .from(publications)
    .innerJoin(articles, eq(articles.id, publications.articleId))
    .where(eq(publications.deskId, deskId))
  const paths = published.flatMap(({ claim, article }) => [
    ...[`/c/${claim}`, `/a/${article}`, `/embed/c/${claim}`],
    ...copyFormats.map((format) => articleCopyPath(article ?? 0, format)),
    ...[`/api/v1/claims/${claim}`, `/api/v1/articles/${article}`],
    ...(['atom', 'rss', 'json'] as const).flatMap((format) => [
      `/feeds/c/${claim}.${format}`,
      `/feeds/a/${article}.${format}`,
    ]),
  ])
  const versions = published.flatMap(({ claim, article }) => [
    like(pages.path, `/c/${claim}/v/%`),
    like(pages.path, `/api/v1/claims/${claim}/%`),
    like(pages.path, `/api/v1/articles/${article}/%`),
  ])
  const numbered = await tx
    .select({ number: kept.dossiers.publicNumber })
    .from(kept.dossiers)
    .where(and(eq(kept.dossiers.deskId, deskId), isNotNull(kept.dossiers.publicNumber)))
  const ofDossiers = numbered.flatMap(({ number }) => [
    inArray(pages.path, [`/d/${number}`, `/api/v1/dossiers/${number}`]),
    or(like(pages.path, `/d/${number}/%`), like(pages.path, `/feeds/d/${number}.%`)),
  ])
  const [desk] = await tx.select({ slug: kept.desks.slug }).from(kept.desks).where(eq(kept.desks.id, deskId))
  const feeds = like(pages.path, `/feeds/desks/${desk?.slug}.%`)
  const gone = await tx
    .delete(pages)
    .where(or(inArray(pages.path, [...paths, `/desks/${desk?.slug}`]), feeds, ...versions, ...ofDossiers))
    .returning({ path: pages.path })
  await notify(tx, 'pages_changed', { paths: gone.map(({ path }) => path) })
}
