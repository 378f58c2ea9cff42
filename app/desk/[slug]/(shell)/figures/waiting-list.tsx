import Link from 'next/link'
import { type Figures, lastedInWords } from '../../../../../server/figures/figures'
import { words } from '../../../../../server/words'

type Props = { slug: string; waiting: Figures['waiting']; at: Date }

/** Who waits for a decision, the longest first. */
export function WaitingList({ slug, waiting, at }: Props) {
  const t = words()
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{t('figures.waiting', { count: waiting.count })}</h2>
      {waiting.count === 0 ? (
        <p className="ink-2">{t('figures.nobodyWaits')}</p>
      ) : (
        <ol className="figures-waiting">
          {waiting.longest.map(({ claimId, articleId, statement, submitter, since }) => (
            <li key={claimId}>
              <Link href={`/desk/${slug}/articles/${articleId}?claim=${claimId}`}>{statement}</Link>
              <p className="meta">
                {t('figures.waits', { name: submitter, time: lastedInWords(at.getTime() - since.getTime()) })}
              </p>
            </li>
          ))}
        </ol>
      )}
      {waiting.count > waiting.longest.length && (
        <p className="meta">{t('figures.moreWait', { count: waiting.count - waiting.longest.length })}</p>
      )}
    </section>
  )
}
