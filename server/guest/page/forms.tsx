import { type Refusal, say as sayRefusal } from '../../refusal'
import type { Words as Say } from '../../words'

/** What a guest sent that was refused: it stands in its field again, beside the reason. */
export type Tried = { form: 'comment' | 'clearance'; text: string; refusal: Refusal }

type FieldProps = { id: string; label: string; hint: string; tried: Tried | null; rows: number }

/** A field for words with its reason why they did not do, read out first. */
export function Words({ id, label, hint, tried, rows }: FieldProps) {
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <p className="meta" id={`${id}-hint`}>
        {hint}
      </p>
      {tried && (
        <p className="err" id={`${id}-err`} role="alert">
          {sayRefusal(tried.refusal)}
        </p>
      )}
      <textarea
        id={id}
        name="text"
        rows={rows}
        defaultValue={tried?.text}
        aria-invalid={tried ? true : undefined}
        aria-describedby={tried ? `${id}-err ${id}-hint` : `${id}-hint`}
      />
    </>
  )
}

export function CommentForm({ tried, say }: { tried: Tried | null; say: Say }) {
  return (
    <form method="post">
      <Words
        id="comment"
        label={say('guest.comment')}
        hint={say('guest.commentHint')}
        tried={tried?.form === 'comment' ? tried : null}
        rows={6}
      />
      <button type="submit" name="act" value="comment">
        {say('guest.send')}
      </button>
    </form>
  )
}

type ClearanceProps = { hash: string; tried: Tried | null; say: Say }

/** Gives or refuses a clearance for the words on this page, which the hash names. */
export function ClearanceForm({ hash, tried, say }: ClearanceProps) {
  return (
    <form method="post">
      <input type="hidden" name="hash" value={hash} />
      <Words
        id="note"
        label={say('guest.note')}
        hint={say('guest.noteHint')}
        tried={tried?.form === 'clearance' ? tried : null}
        rows={3}
      />
      <div className="acts">
        <button type="submit" className="primary" name="act" value="given">
          {say('guest.give')}
        </button>
        <button type="submit" name="act" value="refused">
          {say('guest.refuse')}
        </button>
      </div>
    </form>
  )
}
