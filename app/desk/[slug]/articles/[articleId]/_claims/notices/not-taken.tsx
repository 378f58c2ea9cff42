'use client'
import { PenOff } from 'lucide-react'
import { Icon } from '@/app/_ui/icon'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import type { Claim } from '@/server/claim/claim'
import { plainText } from '@/server/claim/rationale'
import { words } from '@/server/words'
import { useRoom, useSaved } from '../../_room/use-room'

/** Stands where somebody's role was lowered while they wrote: the last words were not taken, and can be copied. */
export function NotTaken({ claim }: { claim: Claim }) {
  const t = words()
  const { mayEdit, connection } = useRoom()
  const { waiting } = useSaved()
  if (mayEdit || connection !== 'live' || waiting === 0) return null
  return (
    <div className="notice warn" role="status">
      <Icon of={PenOff} />
      <b>{t('claim.onlyReading')}</b>
      <p>{t('claim.onlyReadingHint')}</p>
      <p className="acts">
        <button type="button" className="linkbtn" onClick={() => copy(claim)}>
          {t('claim.copyWords')}
        </button>
      </p>
    </div>
  )
}

async function copy({ statement, rationale, shortAnswer, notKnown }: Claim) {
  const t = words()
  const texts = [statement, plainText(rationale), shortAnswer, notKnown].filter((text) => text.trim())
  try {
    await navigator.clipboard.writeText(texts.join('\n\n'))
    sayDone(t('claim.wordsCopied'))
  } catch {
    // Browsers forbid the clipboard on addresses without https, among others.
    sayWrong(t('claim.wordsNotCopied'))
  }
}
