import { labelOf } from '../../../claim/scale'
import { isRetraction, type PublicVersion } from '../../publication'
import type { Edition } from '../edition'

type Props = { shown: PublicVersion; edition: Edition }

/** What one of the desk holds the claim to be instead, where that was published beside the desk's verdict. */
export function Dissenting({ shown, edition: { say } }: Props) {
  const { dissent, scale } = shown.content
  if (!dissent || isRetraction(shown)) return null
  const verdict = labelOf(dissent.verdict, scale, say)
  return (
    <section className="pub-sec">
      <h2>{say('public.dissent')}</h2>
      <p>{say('public.dissentOf', { name: dissent.by, verdict })}</p>
      <blockquote dir="auto">{dissent.reason}</blockquote>
    </section>
  )
}
