import { isRetraction, type PublicVersion } from '../../publication'
import { dayOf, type Edition, momentOf } from '../edition'

type Props = { version: PublicVersion; edition: Edition }

/**
 * Above everything else: that a check is retracted, or that its newest version is being looked at again. In a list of
 * checks it is no place to go to: several would have one name.
 */
export function Standing({ version, edition, isListed = false }: Props & { isListed?: boolean }) {
  const { say } = edition
  if (!isRetraction(version) && !version.underReview) return null
  const inside = isRetraction(version) ? (
    <Retracted version={version} edition={edition} />
  ) : (
    <Doubted version={version} edition={edition} />
  )
  if (isListed) return <div className="standing">{inside}</div>
  const name = isRetraction(version) ? 'public.retracted' : 'stage.under-review'
  return (
    <section className="standing" aria-label={say(name)}>
      {inside}
    </section>
  )
}

function Retracted({ version, edition }: Props) {
  const { say } = edition
  return (
    <>
      <p>
        <b>{say('public.retraction', { day: dayOf(version.publishedAt, edition) })}</b>{' '}
        <bdi>{version.publicNote}</bdi>
      </p>
      <p className="meta">{say('public.retractionText')}</p>
    </>
  )
}

function Doubted({ version: { underReview }, edition }: Props) {
  if (!underReview) return null
  const { say } = edition
  return (
    <>
      <p>
        <b>{say('public.underReview', { day: momentOf(underReview.at, edition) })}</b>{' '}
        <bdi>{underReview.line}</bdi>
      </p>
      <p className="meta">{say('public.underReviewText')}</p>
    </>
  )
}
