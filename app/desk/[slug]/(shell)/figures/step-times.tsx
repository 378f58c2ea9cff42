import { lastedInWords, type StepFigure, weeksShown } from '../../../../../server/figures/figures'
import { words } from '../../../../../server/words'

/** How long each step takes: a picture, and below it the table with the same numbers. */
export function StepTimes({ steps, plot }: { steps: StepFigure[]; plot: string | null }) {
  const t = words()
  return (
    <section aria-labelledby="steps" className="figures-wide">
      <h2 id="steps">{t('figures.stepTimes')}</h2>
      <p className="ink-2">{t('figures.stepTimesHint', { weeks: weeksShown })}</p>
      {!plot && <p className="ink-2">{t('figures.noSteps')}</p>}
      {plot && (
        <>
          <figure
            className="figures-plot"
            // Where it is wider than the window, keys scroll it.
            // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
            tabIndex={0}
            aria-label={t('figures.plotTitle')}
            // biome-ignore lint/security/noDangerouslySetInnerHtml: made by our own server from numbers and fixed words
            dangerouslySetInnerHTML={{ __html: plot }}
          />
          <div className="table-scroll">
            <table className="table">
              <caption className="vh">{t('figures.stepTimes')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('figures.from')}</th>
                  <th scope="col" className="n">
                    {t('figures.claims')}
                  </th>
                  <th scope="col" className="n">
                    {t('figures.quarter')}
                  </th>
                  <th scope="col" className="n">
                    {t('figures.half')}
                  </th>
                  <th scope="col" className="n">
                    {t('figures.threeQuarters')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {steps.map(({ step, claims, quarter, half, threeQuarters }) => (
                  <tr key={step}>
                    <th scope="row">{t(`figures.step.${step}`)}</th>
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
