import type { FrozenClaim } from '../../../review/submission'
import { Rationale } from '../claim/rationale'
import { type Edition, statedDay } from '../edition'

type Props = { claim: FrozenClaim; edition: Edition }

/** Why a claim has its verdict, and until when that was known. */
export function Why({ claim, edition }: Props) {
  const { say } = edition
  return (
    <section className="pub-sec body">
      <h2>{say('public.why')}</h2>
      <Rationale rationale={claim.rationale} sources={claim.sources} edition={edition} />
      {claim.asKnownAt && (
        <p className="known">{say('public.asKnownAt', { day: statedDay(claim.asKnownAt, edition) })}</p>
      )}
    </section>
  )
}

/** What is not known about it; nothing where nothing was written. */
export function NotKnown({ claim, edition: { say } }: Props) {
  if (!claim.notKnown.trim()) return null
  return (
    <section className="pub-sec">
      <h2>{say('public.notKnown')}</h2>
      <p>{claim.notKnown}</p>
    </section>
  )
}
