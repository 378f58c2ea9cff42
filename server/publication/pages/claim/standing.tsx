import { isRetraction, type PublicVersion } from '../../publication'
import { dayOf, type Edition, momentOf } from '../edition'

type Props = { version: PublicVersion; edition: Edition }

/** Above everything else: that a check is retracted, or that its newest version is being looked at again. */
export function Standing({ version, edition }: Props) {
  if (isRetraction(version)) return <Retracted version={version} edition={edition} />
  return <Doubted version={version} edition={edition} />
}

function Retracted({ version, edition }: Props) {
  const { say } = edition
  return (
    <section className="standing" aria-label={say('public.retracted')}>
      <p>
        <b>{say('public.retraction', { day: dayOf(version.publishedAt, edition) })}</b> {version.publicNote}
      </p>
      <p className="meta">{say('public.retractionText')}</p>
    </section>
  )
}

function Doubted({ version: { underReview }, edition }: Props) {
  if (!underReview) return null
  const { say } = edition
  return (
    <section className="standing" aria-label={say('stage.under-review')}>
      <p>
        <b>{say('public.underReview', { day: momentOf(underReview.at, edition) })}</b> {underReview.line}
      </p>
      <p className="meta">{say('public.underReviewText')}</p>
    </section>
  )
}
