import type { PublicAnswer } from '../../publication'
import { dayOf, type Edition } from '../edition'

/** What the desk has answered readers about what is on a page, newest first; nothing where it has answered nobody in public. */
export function Answers({ answers, edition }: { answers: PublicAnswer[]; edition: Edition }) {
  if (answers.length === 0) return null
  const { say } = edition
  return (
    <section className="pub-sec" id="answers">
      <h2>{say('public.answers')}</h2>
      <ol className="pub-list answers">
        {answers.map(({ text, at, reportedAt }) => (
          <li key={at.toISOString()}>
            <p className="meta">
              {say('public.answeredOn', { reported: dayOf(reportedAt, edition) })}{' '}
              <time dateTime={at.toISOString()}>{dayOf(at, edition)}</time>
            </p>
            <p className="said" dir="auto">
              {text}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
