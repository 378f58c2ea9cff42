import { plainText } from '../../../claim/rationale'
import type { FrozenClaim } from '../../../review/submission'
import { Rationale } from '../claim/rationale'
import { type Edition, statedDay } from '../edition'
import { deskWords } from './own-words'

/** `language` is the article's; null where it is not known. */
type Props = { claim: FrozenClaim; language: string | null; edition: Edition }

/** Why a claim has its verdict, and until when that was known. */
export function Why({ claim, language, edition }: Props) {
  const { say } = edition
  const reasons = <Rationale rationale={claim.rationale} sources={claim.sources} edition={edition} />
  const mark = deskWords(plainText(claim.rationale), language, edition)
  return (
    <section className="pub-sec body">
      <h2>{say('public.why')}</h2>
      {mark.dir ? <div {...mark}>{reasons}</div> : reasons}
      {claim.asKnownAt && (
        <p className="known">{say('public.asKnownAt', { day: statedDay(claim.asKnownAt, edition) })}</p>
      )}
    </section>
  )
}

/** What is not known about it; nothing where nothing was written. */
export function NotKnown({ claim, language, edition }: Props) {
  if (!claim.notKnown.trim()) return null
  return (
    <section className="pub-sec">
      <h2>{edition.say('public.notKnown')}</h2>
      <p {...deskWords(claim.notKnown, language, edition)}>{claim.notKnown}</p>
    </section>
  )
}
