import Link from 'next/link'
import { api } from '@/app/_api/server'
import { sumSaid } from '@/server/dossier/sums/said'
import { words } from '@/server/words'

type Props = { slug: string; dossierId: string }

/** Most that is listed of one article: its room has all. */
const mostListed = 5

/** What does not add up within the dossier's articles, each with its place, and which were not counted; nothing where all does. */
export async function Sums({ slug, dossierId }: Props) {
  const t = words()
  const articles = await (await api()).dossier.sums({ desk: slug, dossierId })
  if (!articles.length) return null
  return (
    <section className="dos-sums" aria-labelledby="sums-h">
      <h2 id="sums-h">{t('sums.title')}</h2>
      <p className="meta">{t('sums.lead')}</p>
      <ul>
        {articles.map(({ id, title, publisher, isCounted, findings }) => (
          <li key={id}>
            <h3 dir="auto">{publisher || title}</h3>
            {!isCounted && <p>{t('sums.notCounted')}</p>}
            {findings.slice(0, mostListed).map((finding) => (
              <p key={`${finding.paragraph} ${sumSaid(finding)}`}>
                {sumSaid(finding)}{' '}
                <Link href={`/desk/${slug}/articles/${id}#p${finding.paragraph}`} prefetch={false}>
                  {t('sums.place', { number: finding.paragraph })}
                </Link>
              </p>
            ))}
            {findings.length > mostListed && (
              <Link href={`/desk/${slug}/articles/${id}`} prefetch={false}>
                {t('sums.more', { count: findings.length - mostListed })}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
