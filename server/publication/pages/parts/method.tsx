import type { Scale } from '../../../claim/scale'
import type { Edition } from '../edition'
import { VerdictLabel } from './marks'

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

/** A verdict scale with what each verdict means. */
export function ScaleList({ scale, edition }: { scale: Scale; edition: Edition }) {
  return (
    <dl className="scale">
      {scale.map(({ verdict, meaning }) => (
        <div key={verdict}>
          <dt>
            <VerdictLabel verdict={verdict} scale={scale} edition={edition} />
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  )
}
