import { Ago } from '@/app/_ui/time'
import type { DeskReport } from '@/server/report/queue/desk-report'
import { words } from '@/server/words'

/** What was last done with a report, by whom and when; nothing while it is new. */
export function Done({ report: { standing, task, isBlocked } }: { report: DeskReport }) {
  const t = words()
  return (
    <>
      {standing && (
        <div className="done">
          <p>
            {t(`report.desk.did.${standing.kind}`, { name: standing.by.name })}
            {standing.isPublic && ` ${t('report.desk.inPublic')}`} <Ago at={standing.at} />
            {task && `. ${t('report.desk.task', { name: task.to })}`}
          </p>
          {standing.answer && (
            <p className="words" dir="auto">
              {standing.answer}
            </p>
          )}
        </div>
      )}
      {isBlocked && <p className="meta">{t('report.desk.isBlocked')}</p>}
    </>
  )
}
