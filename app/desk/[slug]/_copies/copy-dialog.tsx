'use client'
import { Dialog } from '@/app/_ui/dialog'
import {
  chosenFormats,
  chosenName,
  chosenPath,
  mostChosen,
  whyNotCopy,
} from '@/server/publication/copy/chosen/chosen'
import { say } from '@/server/refusal'
import { words } from '@/server/words'
import { CopyButton } from './copy-button'

type Props = {
  slug: string
  /** What was chosen and readers have, in the order in which it goes out. */
  checks: { number: number; statement: string }[]
  /** How many were chosen that readers have not. */
  left?: number
  onClose: () => void
}

/** Takes published checks along together: copied for pasting, or as a file. */
export function CopyDialog({ slug, checks, left = 0, onClose }: Props) {
  const t = words()
  const numbers = checks.map(({ number }) => number)
  const whyNot = whyNotCopy(numbers.length)
  return (
    <Dialog title={t('takeAlong.several', { count: checks.length })} isOpen onClose={onClose}>
      {checks.length > 0 && (
        <ol className="copied-checks">
          {checks.map(({ number, statement }) => (
            <li key={number}>{statement}</li>
          ))}
        </ol>
      )}
      {left > 0 && <p>{t('takeAlong.left', { count: left })}</p>}
      <p className="meta">{t('takeAlong.limits', { most: mostChosen })}</p>
      {whyNot && <p className="field-wrong">{say(whyNot)}</p>}
      {!whyNot && (
        <div className="dialog-acts">
          {chosenFormats.map((format) => (
            <a
              key={format}
              className="btn"
              href={chosenPath(slug, format, numbers)}
              download={`${chosenName(numbers)}.${format}`}
            >
              {t(`takeAlong.format.${format}`)}
            </a>
          ))}
          <CopyButton slug={slug} numbers={numbers} className="btn primary" />
        </div>
      )}
    </Dialog>
  )
}
