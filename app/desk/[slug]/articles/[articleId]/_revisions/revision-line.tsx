'use client'
import '@/app/_styles/room/revision.css'
import { lazy, Suspense, useId, useState } from 'react'
import { exact } from '@/app/_ui/time'
import { type WatchRhythm, watchRhythms } from '@/db/revision-words'
import { may } from '@/server/member/member'
import { say } from '@/server/refusal'
import type { ArticleRevisions } from '@/server/revision/read-revisions'
import { words } from '@/server/words'
import { useRoom } from '../_room/use-room'
import { PassageQueue } from './passage-queue'
import { PasteDialog } from './paste-dialog'
import { useRevisionActs, useShowNewest } from './use-revision-acts'
import { useRevisions } from './use-revisions'

// Few need it, and nobody at once.
const AnnotationsDialog = lazy(async () => ({
  default: (await import('../_annotations/annotations-dialog')).AnnotationsDialog,
}))

/** Above the text: which revision it is, whether there is a newer one, and how the page is looked at for changes. */
export function RevisionLine() {
  const t = words()
  const { member, mayEdit, revision } = useRoom()
  const { data } = useRevisions()
  const [isPasting, setPasting] = useState(false)
  const [isAnnotating, setAnnotating] = useState(false)
  const acts = useRevisionActs()
  if (!data) return null
  const doubtful = data.passages.filter(({ isDoubtful }) => isDoubtful)
  return (
    <section className="revision-line" aria-label={t('revision.label')}>
      <Which revisions={data.revisions} />
      {may(member, 'place passages') && doubtful.length > 0 && <PassageQueue doubtful={doubtful} />}
      {may(member, 'import articles') && (
        <div className="revision-acts">
          {data.hasAddress && (
            <button
              type="button"
              className="btn sm"
              aria-disabled={acts.isChecking || undefined}
              onClick={() => !acts.isChecking && acts.check()}
            >
              {t(acts.isChecking ? 'revision.checking' : 'revision.check')}
            </button>
          )}
          <button
            type="button"
            className="btn quiet sm"
            aria-haspopup="dialog"
            onClick={() => setPasting(true)}
          >
            {t('revision.paste')}
          </button>
          {mayEdit && revision.number === data.revisions[0]?.number && (
            <button
              type="button"
              className="btn quiet sm"
              aria-haspopup="dialog"
              onClick={() => setAnnotating(true)}
            >
              {t('annotation.open')}
            </button>
          )}
          {data.hasAddress && <Rhythm watch={data.watch} onChange={acts.watch} />}
        </div>
      )}
      {data.hasAddress && <LastLook watch={data.watch} />}
      {isAnnotating && (
        <Suspense>
          <AnnotationsDialog onClose={() => setAnnotating(false)} />
        </Suspense>
      )}
      {isPasting && <PasteDialog acts={acts} onClose={() => setPasting(false)} />}
    </section>
  )
}

function Which({ revisions }: Pick<ArticleRevisions, 'revisions'>) {
  const t = words()
  const { revision, revisionsCount } = useRoom()
  const showNewest = useShowNewest()
  const [newest, ...earlier] = revisions
  if (!newest || newest.number === 1) return null
  if (revision.number < newest.number) {
    const isOld = revision.number < revisionsCount
    const values = { number: revision.number, newest: newest.number, day: exact(newest.frozenAt) }
    return (
      <p className="notice warn" role="status">
        <b>{t(isOld ? 'revision.isOld' : 'revision.isNewer', values)}</b>
        <button type="button" className="linkbtn" onClick={showNewest}>
          {t('revision.showNewest', { newest: newest.number })}
        </button>
      </p>
    )
  }
  return (
    <p className="meta">
      {t('revision.isNewest', { number: newest.number, day: exact(newest.frozenAt) })} {t('revision.earlier')}{' '}
      {earlier.map(({ id, number }) => (
        <a
          key={id}
          className="metabtn"
          href={`?revision=${number}`}
          aria-label={t('revision.show', { number })}
        >
          {number}
        </a>
      ))}
    </p>
  )
}

type RhythmProps = { watch: ArticleRevisions['watch']; onChange: (rhythm: WatchRhythm) => void }

function Rhythm({ watch, onChange }: RhythmProps) {
  const t = words()
  const id = useId()
  return (
    <span className="revision-rhythm">
      <label htmlFor={id}>{t('revision.rhythm')}</label>
      <select
        id={id}
        className="select"
        value={watch?.rhythm ?? 'off'}
        onChange={(event) => {
          const rhythm = watchRhythms.find((one) => one === event.target.value)
          if (rhythm) onChange(rhythm)
        }}
      >
        {watchRhythms.map((rhythm) => (
          <option key={rhythm} value={rhythm}>
            {t(`revision.rhythms.${rhythm}`)}
          </option>
        ))}
      </select>
      {watch && watch.rhythm !== 'off' && (
        <span className="meta">{t('revision.watchedBy', { name: watch.by })}</span>
      )}
    </span>
  )
}

/** What came of the last look at the page. */
function LastLook({ watch }: Pick<ArticleRevisions, 'watch'>) {
  const t = words()
  if (watch?.fault && watch.triedAt)
    return (
      <p className="missing">
        {t('revision.failed', { day: exact(watch.triedAt), why: say({ code: watch.fault }) })}
      </p>
    )
  return (
    <p className="meta">
      {watch?.readAt ? t('revision.lookedAt', { day: exact(watch.readAt) }) : t('revision.neverLooked')}
    </p>
  )
}
