'use client'
import { useRef, useState } from 'react'
import { sentenceOf } from '@/app/_api/refusal-of'
import { useKeys } from '@/app/_keys/use-keys'
import { ReasonedButton } from '@/app/_ui/reason'
import { sayWrong } from '@/app/_ui/toast'
import type { Claim } from '@/server/claim/claim'
import { say } from '@/server/refusal'
import type { Correcting } from '@/server/review/correction/correction'
import type { LiveStage } from '@/server/review/live-stage'
import { words } from '@/server/words'
import { useRoom, useSaved } from '../../_room/use-room'
import { CorrectionDialog } from '../correct/correction-dialog'
import { detailPane } from '../detail/detail-pane'
import { useProposition } from '../similar/use-proposition'
import { sayUndoable } from '../undo-toast'
import { useSubmit, useWhyNotNow } from './use-submit'
import { useWithdraw } from './use-withdraw'

/** Submits the open claim, or says what it still needs; a published one first asks what readers will be told. */
export function SubmitFoot({ claim, live }: { claim: Claim; live: LiveStage }) {
  const t = words()
  const { mayEdit, announce } = useRoom()
  const { state } = useSaved()
  const { submit, lookAgain } = useSubmit()
  const { withdraw } = useWithdraw()
  const [isAsking, setIsAsking] = useState(false)
  const isSending = useRef(false)
  const notNow = useWhyNotNow()
  const reason = live.whyNot ? say(live.whyNot) : notNow

  const published = live.rows?.published
  const draft = useProposition(claim.id)?.draft

  const send = async (as?: Correcting): Promise<boolean> => {
    if (isSending.current) return false
    isSending.current = true
    if (state !== 'saved') announce(t('claim.waitsForSaving'))
    let isSent = false
    try {
      const submissionId = await submit(claim, as)
      isSent = true
      setIsAsking(false)
      sayUndoable(t('claim.submitted', { count: 1 }), () => void withdraw(submissionId))
    } catch (error) {
      sayWrong(sentenceOf(error))
    }
    isSending.current = false
    await lookAgain()
    return isSent
  }
  const press = () => {
    if (!published) return void send()
    // The box gives the focus back to where it was, which should be somewhere.
    if (document.activeElement === document.body) detailPane()?.focus()
    setIsAsking(true)
  }
  useKeys({ 'mod+enter': mayEdit ? () => (reason ? sayWrong(reason) : press()) : undefined })

  if (!mayEdit) return null
  return (
    <footer className="dt-foot">
      <ReasonedButton id="submit-claim" className="btn primary" reason={reason} onClick={press}>
        {t(labelOf(live))}
        <span aria-hidden="true">
          <kbd>Ctrl Enter</kbd>
        </span>
      </ReasonedButton>
      {isAsking && published && (
        <CorrectionDialog
          claim={claim}
          published={published}
          note={draft?.publicNote}
          onClose={() => setIsAsking(false)}
          onSend={send}
        />
      )}
    </footer>
  )
}

function labelOf({ rows }: LiveStage) {
  if (rows?.submission?.isOpen) return 'claim.submitAgain'
  return rows?.published ? 'claim.submitCorrection' : 'claim.submit'
}
