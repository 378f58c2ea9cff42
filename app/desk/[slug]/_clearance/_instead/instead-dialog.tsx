'use client'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useDraft } from '@/app/_draft/use-draft'
import { sayDone } from '@/app/_ui/toast'
import { type Clearance, type Signable, whyNotAskInstead } from '@/server/clearance/clearance'
import { words } from '@/server/words'
import { ActForm } from '../act-form'
import { MemberField } from '../member-field'
import { TypedField } from '../typed-field'
import { useClearanceActs } from '../use-clearances'

type Props = { slug: string; clearance: Clearance; submission: Signable | null; onClose: () => void }

/** Asks another member for a clearance whose own has left the desk. */
export function InsteadDialog({ slug, clearance, submission, onClose }: Props) {
  const t = words()
  const { id: clearanceId, name, of } = clearance
  const [id] = useState(() => newId())
  const [memberId, setMemberId] = useState('')
  const usual = t('clearance.leftReason', { name: of?.name ?? '' })
  const [note, writeNote] = useDraft(`clearance:${clearanceId}:instead`, usual)
  const { askInstead } = useClearanceActs()
  return (
    <ActForm
      title={t('clearance.insteadTitle', { name })}
      act={t('clearance.instead')}
      whyNot={() =>
        whyNotAskInstead(clearance, submission, note) ??
        (memberId ? null : { code: 'clearance-needs-member' })
      }
      onAct={async () => {
        await askInstead({ desk: slug, clearanceId, id, memberId, note })
        sayDone(t('clearance.insteadNow', { name }))
        writeNote(usual)
        onClose()
      }}
      onClose={onClose}
    >
      <p>{t('clearance.insteadLead')}</p>
      <MemberField
        {...{ slug }}
        label={t('clearance.insteadWho')}
        hint={t('clearance.insteadWhoHint')}
        none={t('clearance.insteadChoose')}
        value={memberId}
        onChange={setMemberId}
      />
      <TypedField
        label={t('clearance.insteadWhy')}
        hint={t('clearance.noteHint')}
        rows={3}
        value={note}
        onChange={writeNote}
      />
    </ActForm>
  )
}
