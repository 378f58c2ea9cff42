'use client'
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Icon } from '@/app/_ui/icon'
import { useScale } from '@/app/_verdict/scale'
import { labelOf } from '@/server/claim/scale'
import { words } from '@/server/words'
import type { Lacking } from './lacking'

/** One claim as an older copy has it: what the room does not say, each part to be copied. */
export function LackingClaim({ claim }: { claim: Lacking }) {
  const t = words()
  const scale = useScale()
  const { quote, isGone, texts, verdict } = claim
  return (
    <li>
      <p className="meta">{t(isGone ? 'restored.gone' : 'restored.differs')}</p>
      <blockquote>{quote}</blockquote>
      {verdict && <p>{t('restored.verdict', { verdict: labelOf(verdict, scale) })}</p>}
      {texts.map(({ part, text }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown
        <CopiedText key={place} label={t(`restored.part.${part}`)} text={text} />
      ))}
    </li>
  )
}

/** Words to take along: shown whole, copied by the button. */
function CopiedText({ label, text }: { label: string; text: string }) {
  const t = words()
  const [said, setSaid] = useState<'copy' | 'copied' | 'select'>('copy')
  const copy = async () => {
    // Browsers keep the clipboard from pages that are not encrypted: the words can be selected by hand.
    const isCopied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    )
    setSaid(isCopied ? 'copied' : 'select')
  }
  return (
    <div>
      <p className="spread">
        <b>{label}</b>
        <button type="button" className="btn quiet sm" onClick={copy}>
          <Icon of={said === 'copied' ? Check : Copy} size="sm" />
          <span aria-live="polite">{t(`copy.${said}`)}</span>
          <span className="vh">: {label}</span>
        </button>
      </p>
      <p className="lacking-text" dir="auto">
        {text}
      </p>
    </div>
  )
}
