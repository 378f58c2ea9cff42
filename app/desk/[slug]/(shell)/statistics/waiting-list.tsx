import Link from 'next/link'
import { lastedInWords, type Statistics } from '../../../../../server/statistics/statistics'
import { words } from '../../../../../server/words'

type Props = { slug: string; waiting: Statistics['waiting']; at: Date }

/** Who waits for a decision, the longest first. */
export function WaitingList({ slug, waiting, at }: Props) {
  const t = words()
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{t('statistics.waiting', { count: waiting.count })}</h2>
      {waiting.count === 0 ? (
        <p className="ink-2">{t('statistics.nobodyWaits')}</p>
      ) : (
        <ol className="statistics-waiting">
          {waiting.longest.map(({ claimId, articleId, statement, submitter, since }) => (
            <li key={claimId}>
              <Link href={`/desk/${slug}/articles/${articleId}?claim=${claimId}`}>{statement}</Link>
              <p className="meta">
                {t('statistics.waits', {
                  name: submitter,
                  time: lastedInWords(at.getTime() - since.getTime()),
                })}
              </p>
            </li>
          ))}
        </ol>
      )}
      {waiting.count > waiting.longest.length && (
        <p className="meta">{t('statistics.moreWait', { count: waiting.count - waiting.longest.length })}</p>
      )}
    </section>
  )
}
