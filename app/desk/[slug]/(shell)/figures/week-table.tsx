import { dateFormat } from '../../../../../server/date/date-format'
import type { WeekFigure } from '../../../../../server/figures/figures'
import { screenLocale, words } from '../../../../../server/words'

/** What was published in each of the last weeks, the newest first. */
export function WeekTable({ weeks }: { weeks: WeekFigure[] }) {
  const t = words()
  return (
    <section aria-labelledby="weeks">
      <h2 id="weeks">{t('figures.perWeek')}</h2>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('figures.weekOf')}</th>
            <th scope="col" className="n">
              {t('figures.published')}
            </th>
            <th scope="col" className="n">
              {t('figures.corrections')}
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
