import { verdicts } from '../../../../db/vocabulary'
import type { Edition } from '../edition'

/** How the desk checks, in a few sentences. */
export function Method({ edition: { say } }: { edition: Edition }) {
  return (
    <section className="pub-sec" id="method">
      <h2>{say('public.about')}</h2>
      <p>{say('public.method')}</p>
      <p>
        <a href="/about">{say('public.whatVerdictsMean')}</a>
      </p>
    </section>
  )
}

/** The verdict scale with what each verdict means. */
export function Scale({ edition: { say }, label }: { edition: Edition; label: LabelOf }) {
  return (
    <dl className="scale">
      {verdicts.map((verdict) => (
        <div key={verdict}>
          <dt>{label(verdict)}</dt>
          <dd>{say(`verdictMeaning.${verdict}`)}</dd>
        </div>
      ))}
    </dl>
  )
}

type LabelOf = (verdict: (typeof verdicts)[number]) => React.ReactNode
