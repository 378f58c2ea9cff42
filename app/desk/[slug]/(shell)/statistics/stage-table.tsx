import { lastedInWords, type StageCount } from '../../../../../server/statistics/statistics'
import { words } from '../../../../../server/words'

/** How many claims stand at each stage, and how old the oldest is. */
export function StageTable({ stages, at }: { stages: StageCount[]; at: Date }) {
  const t = words()
  const isEmpty = stages.every(({ claims }) => claims === 0)
  return (
    <section aria-labelledby="stages">
      <h2 id="stages">{t('statistics.byStage')}</h2>
      {isEmpty ? (
        <p className="ink-2">{t('statistics.noClaims')}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('statistics.stage')}</th>
              <th scope="col" className="n">
                {t('statistics.claims')}
              </th>
              <th scope="col" className="n">
                {t('statistics.oldest')}
              </th>
            </tr>
          </thead>
          <tbody>
            {stages.map(({ stage, claims, oldest }) => (
              <tr key={stage}>
                <th scope="row">{t(`stage.${stage}`)}</th>
                <td className="n">{claims}</td>
                <td className="n">{oldest ? lastedInWords(at.getTime() - oldest.getTime()) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
