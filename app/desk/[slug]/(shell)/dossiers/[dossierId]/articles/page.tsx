import '@/app/_styles/dossier/copied.css'
import type { Metadata } from 'next'
import Link from 'next/link'
import { answerFor, api } from '@/app/_api/server'
import { statedDate } from '@/server/date/stated-date'
import type { CopiedArticles } from '@/server/dossier/copied/read-copied'
import type { DossierArticle } from '@/server/dossier/dossier'
import { may } from '@/server/member/member'
import { words } from '@/server/words'
import { AddArticle } from './add-article'
import { ComesFrom } from './comes-from'
import { SuggestedList } from './suggested-list'
import { TakeOut } from './take-out'

type Props = { params: Promise<{ slug: string; dossierId: string }> }

export const generateMetadata = (): Metadata => ({ title: words()('dossier.tab.articles') })

/** The articles of a dossier, what can be added, and what may belong to it. */
export default async function ArticlesPage({ params }: Props) {
  const t = words()
  const { slug, dossierId } = await params
  const here = `/desk/${slug}/dossiers/${dossierId}/articles`
  const newsroom = await api()
  const { member } = await answerFor(here, newsroom.member.desk({ desk: slug }))
  const articles = await answerFor(here, newsroom.dossier.articles({ desk: slug, dossierId }))
  const copied = await answerFor(here, newsroom.dossier.copied({ desk: slug, dossierId }))
  const mayGather = may(member, 'gather dossiers')
  const found = mayGather ? await newsroom.dossier.suggested({ desk: slug, dossierId }) : null
  const place = { slug, dossierId }
  return (
    <div className="dos-cols">
      <section aria-labelledby="dos-articles">
        <h2 id="dos-articles" className="vh">
          {t('dossier.tab.articles')}
        </h2>
        {found && <AddArticle {...place} articles={found.all} />}
        {articles.length === 0 && (
          <div className="empty sheet">
            <p className="big">{t('dossier.noArticles')}</p>
            {mayGather && <p>{t('dossier.noArticlesHint')}</p>}
          </div>
        )}
        {articles.length > 1 && (
          <p className="origins">
            <b>{t('copied.summary', { articles: articles.length, origins: copied.origins })}</b>{' '}
            <span className="ink-2">{t('copied.hint')}</span>
          </p>
        )}
        {articles.length > 0 && (
          <Table {...place} articles={articles} copied={copied} mayGather={mayGather} />
        )}
      </section>
      {found && found.suggested.length > 0 && <SuggestedList {...place} suggested={found.suggested} />}
    </div>
  )
}

type TableProps = {
  slug: string
  dossierId: string
  articles: DossierArticle[]
  copied: CopiedArticles
  mayGather: boolean
}

function Table({ slug, dossierId, articles, copied, mayGather }: TableProps) {
  const t = words()
  const here = `/desk/${slug}/dossiers/${dossierId}/articles`
  const standings = new Map(copied.articles.map((standing) => [standing.id, standing]))
  return (
    <table className="table arts">
      <caption className="vh">{t('dossier.tab.articles')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('dossier.article')}</th>
          <th scope="col">{t('dossier.published')}</th>
          <th scope="col">{t('copied.column')}</th>
          <th scope="col">{t('dossier.addedBy')}</th>
          <th scope="col" className="n">
            {t('dossier.claims')}
          </th>
          {mayGather && (
            <th scope="col">
              <span className="vh">{t('dossier.takeOut')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {articles.map(({ id, title, publisher, published, addedBy, claims }) => (
          <tr key={id}>
            <th scope="row">
              <Link href={`/desk/${slug}/articles/${id}`} dir="auto">
                {title}
              </Link>
              <bdi className="meta">{publisher}</bdi>
            </th>
            <td>{published && statedDate(published)}</td>
            <td className="from">
              <ComesFrom here={here} title={title} standing={standings.get(id)} />
            </td>
            <td>
              <bdi>{addedBy}</bdi>
            </td>
            <td className="n">{claims}</td>
            {mayGather && (
              <td>
                <TakeOut slug={slug} dossierId={dossierId} article={{ id, title }} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
