'use client'
import { useState } from 'react'
import { useDraft } from '@/app/_draft/use-draft'
import { sayDone } from '@/app/_ui/toast'
import {
  type Clearance,
  type Signable,
  type Signature,
  whyNotLift,
  whyNotSign,
} from '@/server/clearance/clearance'
import type { ClaimClearances } from '@/server/clearance/read-clearances'
import { words } from '@/server/words'
import { ActForm } from './act-form'
import { TypedField } from './typed-field'
import { useClearanceActs } from './use-clearances'

type Shared = {
  slug: string
  clearance: Clearance
  you: ClaimClearances['you']
  onClose: () => void
}
type SignProps = Shared & { submission: Signable; answer: Signature['answer'] }

/** Gives or refuses a clearance for the words that were on the screen when this was opened. */
export function SignDialog({ slug, clearance, you, submission: now, answer, onClose }: SignProps) {
  const t = words()
  const [submission] = useState(now)
  const { id: clearanceId, name } = clearance
  const [note, writeNote] = useDraft(`clearance:${clearanceId}:${answer}`)
  const { sign } = useClearanceActs()
  const { id: submissionId, hash } = submission
  const signing = { answer, hash, note }
  return (
    <ActForm
      title={t(`clearance.signTitle.${answer}`, { name })}
      act={t(`clearance.sign.${answer}`)}
      whyNot={() => whyNotSign(clearance, now, { signer: { memberId: you.id }, signing })}
      onAct={async () => {
        await sign({ desk: slug, clearanceId, submissionId, ...signing })
        sayDone(t(`clearance.signed.${answer}`, { name }))
        writeNote('')
        onClose()
      }}
      onClose={onClose}
    >
      <p>{t('clearance.signLead')}</p>
      <TypedField
        label={t(`clearance.note.${answer}`)}
        hint={t('clearance.noteHint')}
        rows={3}
        value={note}
        onChange={writeNote}
      />
    </ActForm>
  )
}

/** Lifts a clearance for good, with the reason. */
export function LiftDialog({ slug, clearance, you, onClose }: Shared) {
  const t = words()
  const { id: clearanceId, name } = clearance
  const [note, writeNote] = useDraft(`clearance:${clearanceId}:lift`)
  const { lift } = useClearanceActs()
  return (
    <ActForm
      title={t('clearance.liftTitle', { name })}
      act={t('clearance.lift')}
      whyNot={() => whyNotLift(clearance, you, note)}
      onAct={async () => {
        await lift({ desk: slug, clearanceId, note })
        sayDone(t('clearance.liftedNow', { name }))
        writeNote('')
        onClose()
      }}
      onClose={onClose}
    >
      <TypedField
        label={t('clearance.liftWhy')}
        hint={t('clearance.noteHint')}
        rows={3}
        value={note}
        onChange={writeNote}
      />
    </ActForm>
  )
}
