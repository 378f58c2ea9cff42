import { outcomeOf, type Reply } from '../../../claim/asked/reply'
import type { Search } from '../../../claim/asked/search'
import { inRow } from '../../../language/stand-apart'
import type { FrozenClaim } from '../../../review/submission'
import { type Edition, statedDay } from '../edition'

type Props = { claim: FrozenClaim; edition: Edition }

/** What was looked for and not found; nothing where nothing was. */
export function Searched({ claim: { searches = [] }, edition }: Props) {
  if (!searches.length) return null
  return (
    <section className="pub-sec" id="searches">
      <h2>{edition.say('public.searched')}</h2>
      <ul className="asked">
        {searches.map((search) => (
          <li key={search.id}>
            <p dir="auto">{search.what}</p>
            <p className="meta" dir="auto">
              {aboutSearch(search, edition)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

export const aboutSearch = ({ where, when, through }: Search, edition: Edition) =>
  inRow([where.trim(), when.trim() && statedDay(when, edition), through.trim()])

/** Who was asked for their side, and what they said, word for word; nothing where nobody was. */
export function Replies({ claim: { replies = [] }, edition }: Props) {
  if (!replies.length) return null
  return (
    <section className="pub-sec" id="replies">
      <h2>{edition.say('public.replies')}</h2>
      <ul className="asked">
        {replies.map((reply) => (
          <li key={reply.id}>
            <p>{replyLead(reply, edition)}</p>
            {reply.answer.trim() && <blockquote dir="auto">{reply.answer.trim()}</blockquote>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** That somebody was asked, and what came of it; their own words follow it. */
export function replyLead(reply: Reply, edition: Edition): string {
  const { say } = edition
  const day = (stated: string) => statedDay(stated, edition)
  const asked = say('public.asked', { whom: reply.whom.trim(), day: day(reply.askedAt) })
  return `${asked} ${came(reply, edition, day)}`
}

function came(reply: Reply, { say }: Edition, day: (stated: string) => string): string {
  const { answeredAt, unansweredBy, deadline } = reply
  switch (outcomeOf(reply)) {
    case 'answered':
      return answeredAt.trim() ? say('public.answerOn', { day: day(answeredAt) }) : say('public.answer')
    case 'unanswered':
      return say('public.unanswered', { day: day(unansweredBy) })
    case 'awaited':
      return deadline.trim() ? say('public.awaitedUntil', { day: day(deadline) }) : say('public.awaited')
  }
}
