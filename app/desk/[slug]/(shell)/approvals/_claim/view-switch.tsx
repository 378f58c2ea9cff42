import type { SubmissionPage } from '@/server/review/approval/read-submission'
import { screenLocale, words } from '@/server/words'

export type View = 'changes' | 'after' | 'before'
type Props = {
  version: number
  previous: SubmissionPage['previous']
  view: View
  setView: (view: View) => void
}

/** Which words are shown; a first publication has only one version to show. */
export function ViewSwitch({ version, previous, view, setView }: Props) {
  const t = words()
  if (!previous)
    return (
      <div className="spread appr-view">
        <h3 className="label">{t('approvals.first')}</h3>
      </div>
    )
  const names: Record<View, string> = {
    changes: t('approvals.changes'),
    after: t('approvals.version', { version }),
    before: t('approvals.version', { version: previous.version }),
  }
  const views: View[] = ['changes', 'after', 'before']
  return (
    <div className="spread appr-view">
      <h3 className="label">
        {t('approvals.whatChanged', { version: previous.version })}
        <span className="ink-3">
          {t('approvals.approvedBy', {
            names: new Intl.ListFormat(screenLocale()).format(previous.approvedBy),
          })}
        </span>
      </h3>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend into the row */}
      <div className="seg" role="group" aria-label={t('approvals.view')}>
        {views.map((name) => (
          <button key={name} type="button" aria-pressed={view === name} onClick={() => setView(name)}>
            {names[name]}
          </button>
        ))}
      </div>
    </div>
  )
}
