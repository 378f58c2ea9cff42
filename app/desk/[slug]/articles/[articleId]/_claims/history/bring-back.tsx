'use client'
import { RotateCcw } from 'lucide-react'
import { Icon } from '@/app/_ui/icon'
import { sayDone } from '@/app/_ui/toast'
import type { Claim } from '@/server/claim/claim'
import { plainText } from '@/server/claim/rationale'
import { bringBackWording, type Wording } from '@/server/room/doc/wording'
import { type Change, isSame, type Signed } from '@/server/room/history/changes'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'

type Props = { claim: Claim; change: Change | Signed; onDone: () => void }

/** Writes the wording that an entry led to once more, as a new edit of whoever presses; nothing for observers. */
export function BringBack({ claim, change, onDone }: Props) {
  const t = words()
  const { doc, origin, mayEdit } = useRoom()
  const wording = wordingOf(change)
  if (!wording) return null
  if (isSame(wording, presentOf(claim, wording))) return <p className="meta">{t('history.isPresent')}</p>
  if (!mayEdit || claim.isDeleted) return null
  const bringBack = () => {
    bringBackWording(doc, claim.id, wording, origin)
    sayDone(t('history.broughtBack'))
    onDone()
  }
  return (
    <button type="button" className="linkbtn" onClick={bringBack}>
      <Icon of={RotateCcw} size="sm" /> {t('history.bringBack')}
    </button>
  )
}

const fields = { statement: 'statement', shortAnswer: 'short-answer', notKnown: 'not-known' } as const

/** The wording that an entry led to, where it is one of the texts and says something. */
function wordingOf(change: Change | Signed): Wording | null {
  if (change.what === 'rationale')
    return plainText(change.after) ? { field: 'rationale', rationale: change.after } : null
  if (change.what !== 'statement' && change.what !== 'shortAnswer' && change.what !== 'notKnown') return null
  return change.after.trim() ? { field: fields[change.what], text: change.after } : null
}

function presentOf(claim: Claim, { field }: Wording): Wording {
  if (field === 'rationale') return { field, rationale: claim.rationale }
  return {
    field,
    text: { statement: claim.statement, 'short-answer': claim.shortAnswer, 'not-known': claim.notKnown }[
      field
    ],
  }
}
