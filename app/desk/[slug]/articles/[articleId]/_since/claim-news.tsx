'use client'
import '@/app/_styles/room/since.css'
import type { NewsKind } from '@/db/vocabulary'
import type { Claim } from '@/server/claim/claim'
import { isNewSince } from '@/server/visit/visit'
import { screenLocale, words } from '@/server/words'
import { EntryLine } from '../_claims/history/entry-line'
import { useHistory } from '../_claims/history/use-history'
import { useTalk } from '../_claims/thread/use-talk'
import { useIsNew, useSince } from './since-context'
import { TalkNews, useTalkNews } from './talk-news'
import { useReadNewer } from './use-read-newer'

/** What others wrote and signed in the open claim since this member last looked, and what else is new beside it. */
export function ClaimNews({ claim }: { claim: Claim }) {
  const t = words()
  const history = useHistory(claim)
  const { threads } = useTalk(claim.id)
  const { news, before } = useSince()
  const isNew = useIsNew()
  const told = news?.claims.get(claim.id)
  useReadNewer(told?.at ?? null, history.readAgain)
  const { said, settled } = useTalkNews(threads ?? [])
  const written = history.entries.filter(({ at, memberId }) => isNew(at, memberId))
  const beside = (told?.what ?? []).flatMap((kind) => (isBeside(kind) ? t(`since.beside.${kind}`) : []))
  const oldest = history.entries.at(-1)
  const isKnown = threads !== null && news !== null && history.state === 'shown'
  const isNothing = written.length + said + settled + beside.length === 0
  return (
    <div className="since-here" role="status">
      {!isKnown && <p className="meta">{t('ui.loading')}</p>}
      {history.state === 'failed' && (
        <p className="field-wrong" role="alert">
          {t('history.failed')}{' '}
          <button type="button" className="linkbtn" onClick={history.readAgain}>
            {t('ui.tryAgain')}
          </button>
        </p>
      )}
      {isKnown && isNothing && <p className="meta">{t('since.nothingHere')}</p>}
      <TalkNews threads={threads ?? []} />
      {beside.length > 0 && <p>{t('since.alsoNew', { parts: listed(beside) })}</p>}
      <ol className="history">
        {written.map((entry) => (
          <EntryLine
            key={entry.id}
            entry={entry}
            name={history.nameOf(entry.memberId)}
            claim={claim}
            onBroughtBack={history.readWhenSaved}
          />
        ))}
      </ol>
      {history.hasMore && oldest && isNewSince(oldest.at, before) && (
        <button type="button" className="btn sm" onClick={history.readMore}>
          {t('history.more')}
        </button>
      )}
    </div>
  )
}

/** What neither the claim's history nor its talk tells. */
type Beside = Exclude<NewsKind, 'written' | 'signed' | 'said' | 'settled'>

const isBeside = (kind: NewsKind): kind is Beside =>
  kind !== 'written' && kind !== 'signed' && kind !== 'said' && kind !== 'settled'

const listed = (parts: string[]) => new Intl.ListFormat(screenLocale(), { type: 'conjunction' }).format(parts)
