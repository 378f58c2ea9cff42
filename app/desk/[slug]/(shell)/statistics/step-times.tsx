import { lastedInWords, type StepTime, weeksShown } from '../../../../../server/statistics/statistics'
import { words } from '../../../../../server/words'

/** How long each step takes: a picture, and below it the table with the same numbers. */
export function StepTimes({ steps, plot }: { steps: StepTime[]; plot: string | null }) {
  const t = words()
  return (
    <section aria-labelledby="steps" className="statistics-wide">
      <h2 id="steps">{t('statistics.stepTimes')}</h2>
      <p className="ink-2">{t('statistics.stepTimesHint', { weeks: weeksShown })}</p>
      {!plot && <p className="ink-2">{t('statistics.noSteps')}</p>}
      {plot && (
        <>
          <figure
            className="statistics-plot"
            // Where it is wider than the window, keys scroll it.
            // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
            tabIndex={0}
            aria-label={t('statistics.plotTitle')}
            // biome-ignore lint/security/noDangerouslySetInnerHtml: made by our own server from numbers and fixed words
            dangerouslySetInnerHTML={{ __html: plot }}
          />
          <div className="table-scroll">
            <table className="table">
              <caption className="vh">{t('statistics.stepTimes')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('statistics.from')}</th>
                  <th scope="col" className="n">
                    {t('statistics.claims')}
                  </th>
                  <th scope="col" className="n">
                    {t('statistics.quarter')}
                  </th>
                  <th scope="col" className="n">
                    {t('statistics.half')}
                  </th>
                  <th scope="col" className="n">
                    {t('statistics.threeQuarters')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {steps.map(({ step, claims, quarter, half, threeQuarters }) => (
                  <tr key={step}>
                    <th scope="row">{t(`statistics.step.${step}`)}</th>
                    <td className="n">{claims}</td>
                    {[quarter, half, threeQuarters].map((time, place) => (
                      <td key={[25, 50, 75][place]} className="n">
                        {lastedInWords(time)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  )
}
