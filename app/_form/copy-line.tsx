'use client'
import { Check, Copy } from 'lucide-react'
import { useRef, useState } from 'react'
import { words } from '../../server/words'
import { Icon } from '../_ui/icon'

type Props = { label: string; text: string; note: string }

/** A line of text to take along: shown, selected at a click, copied by the button. */
export function CopyLine({ label, text, note }: Props) {
  const t = words()
  const input = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState<'copy' | 'copied' | 'select'>('copy')
  const copy = async () => {
    input.current?.select()
    // Browsers keep the clipboard from pages that are not encrypted: the text is selected already.
    setSaid(
      (await navigator.clipboard?.writeText(text).then(
        () => 'copied' as const,
        () => 'select' as const,
      )) ?? 'select',
    )
  }
  return (
    <div className="field">
      <label htmlFor="copy-line">{label}</label>
      <p className="hint" id="copy-line-note">
        {note}
      </p>
      <div className="copy-line">
        <input
          className="input lg mono"
          id="copy-line"
          ref={input}
          readOnly
          value={text}
          aria-describedby="copy-line-note"
          onFocus={(event) => event.target.select()}
        />
        <button type="button" className="btn lg" onClick={copy}>
          <Icon of={said === 'copied' ? Check : Copy} /> <span aria-live="polite">{t(`copy.${said}`)}</span>
        </button>
      </div>
    </div>
  )
}
