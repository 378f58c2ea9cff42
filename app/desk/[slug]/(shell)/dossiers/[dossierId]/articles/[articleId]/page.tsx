import '@/app/_styles/dossier/copied.css'
import type { Metadata } from 'next'
import Link from 'next/link'
import { answerFor, api } from '@/app/_api/server'
import { words } from '@/server/words'
import { RewrittenSentences } from './rewritten-sentences'

type Props = { params: Promise<{ slug: string; dossierId: string; articleId: string }> }

export const generateMetadata = (): Metadata => ({ title: words()('copied.title') })

/** What became of each sentence of an article that was made from another one of the dossier. */
export default async function RewritePage({ params }: Props) {
  const t = words()
  const { slug, dossierId, articleId } = await params
  const articles = `/desk/${slug}/dossiers/${dossierId}/articles`
  const newsroom = await api()
  const asked = { desk: slug, dossierId, articleId }
  const { article, from, sentences } = await answerFor(
    `${articles}/${articleId}`,
    newsroom.dossier.rewrite(asked),
  )
  return (
    <section className="rewrite" aria-labelledby="rewrite-h">
      <p className="meta">
        <Link href={articles}>{t('copied.back')}</Link>
      </p>
      <h2 id="rewrite-h">{t('copied.title')}</h2>
      <p className="ink-2" dir="auto">
        {from ? t('copied.lead', { title: article.title }) : t('copied.notCopy')}
      </p>
      {sentences.length > 0 && <RewrittenSentences slug={slug} articleId={articleId} sentences={sentences} />}
    </section>
  )
}
