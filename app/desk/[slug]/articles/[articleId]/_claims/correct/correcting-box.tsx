'use client'
import type { ReactNode } from 'react'
import { useDraft } from '@/app/_draft/use-draft'
import { Dialog } from '@/app/_ui/dialog'
import { ReasonedButton } from '@/app/_ui/reason'
import type { SubmissionKind } from '@/db/vocabulary'
import { type Refusal, say } from '@/server/refusal'
import { type Correcting, whyNotSubmitAs } from '@/server/review/correction/correction'
import type { BeforeCorrecting } from '@/server/review/correction/read-before-correcting'
import type { ClaimStage } from '@/server/review/read-stages'
import { words } from '@/server/words'
import { Dependents, useBeforeCorrecting } from '../../../../_correction/dependents'
import { useRoom } from '../../_room/use-room'
import { BesideNewerVersion, useVersionRead } from './newer-version'
import { NoteField } from './note-field'

/** What both boxes about a published claim are opened with. */
export type OfPublished = {
  published: NonNullable<ClaimStage['published']>
  onClose: () => void
  /** Gives whether it was sent: what was typed is kept until then. */
  onSend: (as: Correcting) => Promise<boolean>
}

type Props = OfPublished & {
  /** Names its drafts and its button. */
  name: 'correct' | 'retract'
  claimId: string
  kind: SubmissionKind
  title: string
  noteHint: string
  submit: string
  /** What the note to readers begins with. */
  note?: string
  /** Why it may not be called this kind, once what readers have is known. */
  whyNotKind?: (before: BeforeCorrecting | undefined) => Refusal | null
  children: ReactNode
}

/** Asks what readers are told about a new version and why it is made, and shows all that changes with it. */
export function CorrectingBox(props: Props) {
  const { name, claimId, published, kind, title, noteHint, submit, whyNotKind, onClose, onSend } = props
  const t = words()
  const { desk } = useRoom()
  const reading = useBeforeCorrecting(desk.slug, claimId, true)
  const before = reading.data
  const [publicNote, writeNote] = useDraft(`${name}:${claimId}:note`, props.note)
  const [reason, writeReason] = useDraft(`${name}:${claimId}:reason`)
  const { version, isNewer } = useVersionRead(published)
  const as = { version, kind, publicNote, reason }
  const refusal = whyNotSubmitAs(as, { kind: published.kind }) ?? whyNotKind?.(before) ?? null
  const send = async () => {
    if (!(await onSend(as))) return
    writeNote('')
    writeReason('')
  }
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <BesideNewerVersion {...{ published, isNewer, before }} onLeave={onClose}>
        {props.children}
        <NoteField
          label={t('claim.correctionNote')}
          hint={noteHint}
          value={publicNote}
          onChange={writeNote}
        />
        <NoteField
          label={t('claim.reason')}
          hint={t('claim.reasonHint')}
          value={reason}
          onChange={writeReason}
          rows={2}
        />
        <Dependents of={reading} />
        <ReasonedButton
          id={`submit-${name}`}
          className="btn primary"
          reason={refusal ? say(refusal) : null}
          onClick={() => void send()}
        >
          {submit}
        </ReasonedButton>
      </BesideNewerVersion>
    </Dialog>
  )
}
