import { dateFormat } from '../../../../../server/date/date-format'
import type { WeekCount } from '../../../../../server/statistics/statistics'
import { screenLocale, words } from '../../../../../server/words'

/** What was published in each of the last weeks, the newest first. */
export function WeekTable({ weeks }: { weeks: WeekCount[] }) {
  const t = words()
  return (
    <section aria-labelledby="weeks">
      <h2 id="weeks">{t('statistics.perWeek')}</h2>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('statistics.weekOf')}</th>
            <th scope="col" className="n">
              {t('statistics.published')}
            </th>
            <th scope="col" className="n">
              {t('statistics.corrections')}
            </th>
          </tr>
        </thead>
        <tbody>
          {weeks.toReversed().map(({ monday, first, corrections }) => (
            <tr key={monday}>
              <th scope="row">{dayInWords(monday)}</th>
              <td className="n">{first}</td>
              <td className="n">{corrections}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const dayInWords = (day: string) =>
  dateFormat(screenLocale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
