'use client'
import { ArrowUpRight, List } from 'lucide-react'
import Link from 'next/link'
import { Glyph } from '@/app/_ui/glyph'
import { Icon } from '@/app/_ui/icon'
import { styleOf } from '@/server/claim/verdict'
import { statedDate } from '@/server/date/stated-date'
import { linkOf } from '@/server/source/source'
import { words } from '@/server/words'
import { NoticeBell } from '../../../_notices/notice-bell'
import { SubmitReady } from '../_claims/submit/submit-ready'
import { CoverageLine } from '../_coverage/coverage-line'
import { PeopleHere } from '../_presence/people-here'
import { useClaims, useRoom } from '../_room/use-room'
import { Account } from './account'
import { SyncState } from './sync-state'

/** The bar of the workspace: the article, how far it is checked, whether all is saved, who is here. */
export function TopBar({ onList }: { onList: (() => void) | null }) {
  const t = words()
  const { desk } = useRoom()
  return (
    <header className="wsbar">
      <Link
        className="home"
        href={`/desk/${desk.slug}`}
        aria-label={t('workspace.home', { desk: desk.name })}
      >
        <Glyph />
      </Link>
      <Title />
      <Progress />
      <CoverageLine />
      <SyncState />
      <PeopleHere />
      {onList && (
        <button type="button" className="btn" onClick={onList} aria-haspopup="dialog">
          <Icon of={List} size="sm" /> {t('workspace.claims')}
        </button>
      )}
      <SubmitReady />
      <NoticeBell slug={desk.slug} />
      <Account />
    </header>
  )
}

function Title() {
  const t = words()
  const { desk, article, revision, revisionsCount } = useRoom()
  const { title, publisher, published, number, hasFile } = revision
  const link = article.address ? linkOf(article.address) : null
  return (
    <div className="wsbar-title">
      <h1 className="trunc">{title}</h1>
      <p className="meta">
        {publisher && <span className="trunc">{publisher}</span>}
        {published && <time dateTime={published}>{statedDate(published)}</time>}
        <span className="rev">{t('workspace.revisionOf', { number, count: revisionsCount })}</span>
        {link && (
          <a className="metabtn" href={link} rel="noreferrer" target="_blank">
            {t('workspace.original')} <Icon of={ArrowUpRight} size="xs" />
          </a>
        )}
        {(hasFile || revisionsCount > 1) && (
          <a
            className="metabtn"
            href={`/desk/${desk.slug}/articles/${article.id}/original?revision=${number}`}
            download
          >
            {t(hasFile ? 'workspace.originalFile' : 'workspace.keptPage')}
          </a>
        )}
      </p>
    </div>
  )
}

/** One tick for each claim, short while it is not rated, and the same in words. */
function Progress() {
  const t = words()
  const claims = useClaims()
  const checked = claims.filter((claim) => claim.verdict !== null).length
  return (
    <div className="wsbar-progress">
      {claims.length <= mostTicks && (
        <span className="ticks" aria-hidden="true">
          {claims.map((claim) => (
            <i key={claim.id} className={styleOf(claim.verdict)} />
          ))}
        </span>
      )}
      <span className="num">{t('workspace.checked', { checked, all: claims.length })}</span>
    </div>
  )
}

/** More of them would not fit into the bar. */
const mostTicks = 40
