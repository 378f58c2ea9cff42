import { Inbox } from 'lucide-react'
import Link from 'next/link'
import { api } from '@/app/_api/server'
import { Icon } from '@/app/_ui/icon'
import { words } from '@/server/words'
import { dayOn } from '../day-on'

/** What readers wrote that a member was asked to see to and that is about no article; nothing while there is none. */
export async function GivenReports({ slug, timeZone }: { slug: string; timeZone: string }) {
  const t = words()
  const given = await (await api()).report.mine({ desk: slug })
  if (given.length === 0) return null
  return (
    <section className="queue" aria-labelledby="given-reports">
      <header>
        <h2 id="given-reports">{t('report.desk.given')}</h2>
      </header>
      <ul>
        {given.map(({ id, kind, text, dossier, task }) => (
          <li key={id}>
            <Link href={`/desk/${slug}/reports?report=${id}`} prefetch={false}>
              <Icon of={Inbox} size="sm" />
              <span className="st" dir="auto">
                {text}
              </span>
              <span className="meta">{dossier?.name ?? t(`report.desk.kind.${kind}`)}</span>
              {task?.dueAt && (
                <span className="meta">
                  {t('report.desk.givenUntil', { day: dayOn(task.dueAt, timeZone) })}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
