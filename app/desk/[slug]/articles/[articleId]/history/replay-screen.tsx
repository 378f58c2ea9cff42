'use client'
import { ArrowLeft, TriangleAlert } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import { Icon } from '@/app/_ui/icon'
import { blockPositions } from '@/server/article/frozen-text'
import type { Claim } from '@/server/claim/claim'
import type { Passage } from '@/server/revision/revision'
import { words } from '@/server/words'
import { placeClaims } from '../_article/block-claims'
import { Blocks } from '../_article/blocks'
import { carriedIn } from '../_revisions/carried'
import type { Workspace } from '../_room/room'
import { useStore } from '../_room/use-room'
import type { Film } from './film'
import { MomentNotes } from './moment-notes'
import { StandingClaims } from './standing-claims'
import { Timeline } from './timeline'
import { type Reading, useFilm } from './use-film'

/** Where the replay stands: the article with its newest revision, and where claims of earlier ones are in it. */
type Place = {
  desk: string
  articleId: string
  revision: Workspace['revision']
  passages: readonly Pick<Passage, 'claimId' | 'span' | 'isDoubtful'>[]
}

/** The room's life as a timeline: the article, its marks and claims as they stood at any time. Nothing is written. */
export function ReplayScreen({ place }: { place: Place }) {
  const t = words()
  const { reading, goOn } = useFilm(place.desk, place.articleId)
  const room = `/desk/${place.desk}/articles/${place.articleId}`
  return (
    <div className="ws-page rp-page">
      <a className="skip" href="#replay">
        {t('replay.skip')}
      </a>
      <header className="wsbar">
        <a className="btn quiet sm" href={room}>
          <Icon of={ArrowLeft} size="sm" /> {t('replay.toRoom')}
        </a>
        <div className="wsbar-title">
          <h1 className="trunc">{t('replay.title', { title: place.revision.title })}</h1>
          <p className="meta">{t('replay.onlyReading')}</p>
        </div>
      </header>
      <main id="replay" tabIndex={-1}>
        {reading.state === 'read' ? (
          <Showing film={reading.film} place={place} />
        ) : (
          <NotYet reading={reading} goOn={goOn} />
        )}
      </main>
    </div>
  )
}

function Showing({ film, place: { desk, articleId, revision, passages } }: { film: Film; place: Place }) {
  const t = words()
  const router = useRouter()
  const scene = useStore(film.scene)
  const historyAt = useCallback(
    (claimId: string) => `/desk/${desk}/articles/${articleId}?claim=${claimId}&view=history`,
    [desk, articleId],
  )
  const historyOf = useCallback((claim: Claim) => historyAt(claim.id), [historyAt])
  const text = useMemo(
    () => ({ blocks: revision.blocks, places: blockPositions(revision.blocks) }),
    [revision.blocks],
  )
  const placed = useMemo(
    () => placeClaims(text, scene.claims, { revision: revision.hash, carried: carriedIn(passages) }),
    [text, scene.claims, revision.hash, passages],
  )
  const open = useCallback((id: string) => router.push(historyAt(id)), [router, historyAt])
  const touched = scene.did[0]?.claim.id ?? null
  if (film.moments.length === 0)
    return (
      <div className="empty">
        <p className="big">{t('replay.neverUsed')}</p>
        <p>{t('replay.neverUsedHint')}</p>
      </div>
    )
  return (
    <>
      <Timeline film={film} scene={scene} />
      <div className="rp">
        <section className="ws-read" aria-label={t('replay.text')}>
          <div className="sheet galley">
            <div className="galley-text" lang={revision.language ?? undefined}>
              <Blocks placed={placed} openId={touched} onOpen={open} />
            </div>
          </div>
        </section>
        <section className="ws-list" aria-label={t('workspace.claims')}>
          <MomentNotes film={film} scene={scene} historyOf={historyOf} />
          <h2 className="rp-count">{t('replay.claims', { count: scene.claims.length })}</h2>
          <StandingClaims claims={scene.claims} touched={touched} historyOf={historyOf} />
        </section>
      </div>
    </>
  )
}

type NotYetProps = { reading: Exclude<Reading, { state: 'read' }>; goOn: () => void }

/** Stands in place of the timeline until the room's life is here. */
function NotYet({ reading, goOn }: NotYetProps) {
  const t = words()
  if (reading.state === 'stopped')
    return (
      <div className="notice bad rp-wait" role="alert">
        <Icon of={TriangleAlert} />
        <b>{t('replay.stopped')}</b>
        <p>{reading.reason}</p>
        <p>
          <button type="button" className="linkbtn" onClick={goOn}>
            {t('ui.tryAgain')}
          </button>
        </p>
      </div>
    )
  const { read, all } = reading
  return (
    <div className="rp-wait">
      <label htmlFor="rp-progress">
        {all === null ? t('replay.reading') : t('replay.readingOf', { read, all })}
      </label>
      <progress id="rp-progress" value={all ? read / all : undefined} max={1} />
    </div>
  )
}
