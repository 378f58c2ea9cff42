'use client'
import { TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { useId } from 'react'
import { Icon } from '@/app/_ui/icon'
import { type Refusal, say } from '@/server/refusal'
import { words } from '@/server/words'
import { useNote } from './use-note'

type Props = {
  /** What the note is about, as it was when it was typed. */
  about: string
  /** What happened meanwhile. */
  why: Refusal
  /** What somebody else said meanwhile, to read beside it. */
  other?: { name: string; note: string } | null
  /** Where it may still be sent. */
  newer?: string | null
}

/** A note that was typed and not sent, because somebody was faster: it stays, beside what they said. */
export function UnsentNote({ about, why, other, newer }: Props) {
  const t = words()
  const id = useId()
  const [note, write] = useNote(about)
  if (!note.trim()) return null
  return (
    <section className="unsent" aria-labelledby={`${id}-title`}>
      <div className="notice warn" role="alert">
        <Icon of={TriangleAlert} />
        <b id={`${id}-title`}>{t('unsent.title')}</b>
        <p>{say(why)}</p>
      </div>
      <div className="unsent-texts">
        {other?.note && (
          <div>
            <p className="label">{t('unsent.theirs', { name: other.name })}</p>
            <p className="outcome-note">“{other.note}”</p>
          </div>
        )}
        <div className="field">
          <label htmlFor={id}>{t('unsent.yours')}</label>
          <textarea
            className="textarea"
            id={id}
            rows={4}
            value={note}
            onChange={(event) => write(event.target.value)}
          />
        </div>
      </div>
      <p className="acts">
        {newer && (
          <Link className="btn sm" href={newer}>
            {t('unsent.newer')}
          </Link>
        )}
        <button type="button" className="btn quiet sm" onClick={() => write('')}>
          {t('unsent.discard')}
        </button>
      </p>
    </section>
  )
}
