'use client'
import { useId } from 'react'
import { SubmitButton } from '@/app/_form/submit-button'
import { countTaken } from '@/server/past/past-file'
import { words } from '@/server/words'
import { ColumnFields } from './column-fields'
import { Outcome } from './outcome'
import { usePast } from './use-past'

/** For editors: takes in what the desk published before Proofroom, after a look at what would become of each row. */
export function PastSection({ slug }: { slug: string }) {
  const t = words()
  const id = useId()
  const { file, whyNot, outcome, isBusy, choose, place, tryRows, takeIn } = usePast(slug)
  const counts = outcome && countTaken(outcome)
  const wanted = counts ? counts.added + counts.changed : 0
  return (
    <section className="setting" aria-labelledby="past">
      <header>
        <h2 id="past">{t('settings.past.title')}</h2>
        <p className="ink-2">{t('settings.past.lead')}</p>
        <p>
          <a href="/earlier">{t('settings.past.readers')}</a>
        </p>
      </header>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          tryRows()
        }}
      >
        <div className="field">
          <label htmlFor={id}>{t('settings.past.file')}</label>
          <p className="hint" id={`${id}-hint`}>
            {t('settings.past.hint')}
          </p>
          <input
            id={id}
            type="file"
            accept=".csv,.json,.jsonld,text/csv,application/json,application/ld+json"
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => {
              const [chosen] = target.files ?? []
              if (chosen) void choose(chosen)
            }}
          />
        </div>
        {file?.table && <ColumnFields columns={file.table.columns} places={file.places} onPlace={place} />}
        {whyNot && (
          <p className="missing" role="alert">
            {whyNot}
          </p>
        )}
        {file && (
          <SubmitButton className="btn" isBusy={isBusy}>
            {t('settings.past.try')}
          </SubmitButton>
        )}
        {outcome && <Outcome outcome={outcome} />}
        {outcome?.isDry && wanted > 0 && (
          <button type="button" className="btn primary" aria-disabled={isBusy || undefined} onClick={takeIn}>
            {t('settings.past.takeIn', { count: wanted })}
          </button>
        )}
      </form>
    </section>
  )
}
