import { useMemo } from 'react'
import { statedDate } from '@/server/date/stated-date'
import { screenLocale, words } from '@/server/words'
import { useRoom } from '../_room/use-room'

/** What stands above the text on a galley: where it is from, its headline, who wrote it. */
export function ArticleHead() {
  const t = words()
  const { revision } = useRoom()
  const { number, text, title, byline, published, publisher } = revision
  const count = useMemo(() => text.match(/\S+/g)?.length ?? 0, [text])
  return (
    <header className="galley-head">
      <p className="slug">
        {publisher && <span>{publisher}</span>}
        {published && <span>{statedDate(published)}</span>}
        <span>{t('workspace.rev', { number })}</span>
        <span>{t('workspace.wordCount', { count })}</span>
      </p>
      <h2 lang={revision.language ?? undefined}>{title}</h2>
      {byline.length > 0 && <p className="byline">{t('workspace.byline', { names: listed(byline) })}</p>}
    </header>
  )
}

const listed = (names: string[]) => new Intl.ListFormat(screenLocale(), { type: 'conjunction' }).format(names)

/** The foot of the galley, with the first and last of the hash that says nobody changed it. */
export function ArticleEnd() {
  const { hash } = useRoom().revision
  const short = `${hash.slice(0, 4)} ${hash.slice(4, 8)} … ${hash.slice(-4)}`
  return <p className="galley-end slug">{words()('workspace.endOfText', { hash: short })}</p>
}
