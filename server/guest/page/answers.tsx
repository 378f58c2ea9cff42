import type { Edition } from '../../publication/pages/edition'
import { momentOf } from '../../publication/pages/edition'
import { say as sayRefusal } from '../../refusal'
import type { GuestPage } from '../read-guest-page'
import { ClearanceForm, CommentForm, type Tried } from './forms'

type Props = { page: GuestPage; edition: Edition; tried: Tried | null }

/** What the guest is asked, and what they have said. */
export function Answers(props: Props) {
  return (
    <>
      <ClearanceSection {...props} />
      <Comments {...props} />
    </>
  )
}

function ClearanceSection({ page: { clearance, hash }, edition, tried }: Props) {
  if (!clearance) return null
  const { say } = edition
  const { name, why, signature, whyNot } = clearance
  const at = signature && momentOf(signature.at, edition)
  return (
    <section className="pub-sec" id="clearance">
      <h2>{say('guest.clearance', { name })}</h2>
      <p>{why}</p>
      {signature && (
        <p className={signature.answer === 'given' ? 'guest-state' : 'guest-state bad'} role="status">
          {say(`guest.you.${signature.answer}`, { at: at ?? '' })} {signature.note && <q>{signature.note}</q>}
        </p>
      )}
      {whyNot ? <p className="known">{sayRefusal(whyNot)}</p> : <ClearanceForm {...{ hash, tried, say }} />}
    </section>
  )
}

function Comments({ page: { comments, link }, edition, tried }: Props) {
  const { say } = edition
  return (
    <section className="pub-sec" id="comments" aria-labelledby="your-comments">
      <h2 id="your-comments">{say('guest.comments')}</h2>
      {comments.length === 0 && <p className="known">{say('guest.noComments')}</p>}
      {comments.length > 0 && (
        <ol className="said">
          {comments.map(({ id, text, at }) => (
            <li key={id}>
              <p>{text}</p>
              <p className="meta">
                {link.name}, <time dateTime={at.toISOString()}>{momentOf(at, edition)}</time>
              </p>
            </li>
          ))}
        </ol>
      )}
      <CommentForm tried={tried} say={say} />
    </section>
  )
}
