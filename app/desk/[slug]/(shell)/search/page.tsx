import '../../../../_styles/desk/search.css'
import type { Metadata } from 'next'
import { answerFor, api } from '@/app/_api/server'
import { hitKinds, longestSearch, soughtIn } from '@/server/search/search'
import { words } from '@/server/words'
import { Results } from './results'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = (): Metadata => ({ title: words()('search.title') })

export default async function SearchPage({ params, searchParams }: Props) {
  const { slug } = await params
  const { q, in: named } = await searchParams
  const t = words()
  const typed = (typeof q === 'string' ? q : '').slice(0, longestSearch).toWellFormed().replaceAll('\0', '')
  const all = hitKinds.find((kind) => kind === named) ?? null
  const path = `/desk/${slug}/search`
  const newsroom = await api()
  const { desk } = await answerFor(path, newsroom.member.desk({ desk: slug }))
  const hits = await answerFor(path, newsroom.search.hits({ desk: slug, typed, all }))
  return (
    <main className="desk" id="main" tabIndex={-1}>
      <header className="desk-head">
        <h1>{typed.trim() ? t('search.resultsFor', { typed: typed.trim() }) : t('search.title')}</h1>
        <p className="slug">{desk.name}</p>
      </header>
      {soughtIn(typed).length === 0 ? (
        <div className="empty sheet">
          <p className="big">{t('search.nothingTyped')}</p>
          <p>{t('search.hint')}</p>
        </div>
      ) : (
        <Results slug={slug} typed={typed} all={all} hits={hits} />
      )}
    </main>
  )
}
