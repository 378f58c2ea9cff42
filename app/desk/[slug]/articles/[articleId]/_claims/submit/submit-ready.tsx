'use client'
import '@/app/_styles/claim.css'
import { useDeferredValue, useMemo, useState } from 'react'
import { sentenceOf } from '@/app/_api/refusal-of'
import { useKeys } from '@/app/_keys/use-keys'
import { ReasonedButton } from '@/app/_ui/reason'
import { sayWrong } from '@/app/_ui/toast'
import { isReadyToGo } from '@/server/review/live-stage'
import { words } from '@/server/words'
import { useClaims, useRoom } from '../../_room/use-room'
import { sayUndoable, undoNewest } from '../undo-toast'
import { useStages } from '../use-stages'
import { useSubmit, useWhyNotNow } from './use-submit'
import { useWithdraw } from './use-withdraw'

/** Submits every claim that is ready, each as a submission of its own. */
export function SubmitReady() {
  const t = words()
  const { mayEdit } = useRoom()
  const claims = useDeferredValue(useClaims())
  const stageOf = useStages()
  const { submit, lookAgain } = useSubmit()
  const { withdraw } = useWithdraw()
  const [isRunning, setIsRunning] = useState(false)
  const notNow = useWhyNotNow()
  // Here because the bar is always there, whatever panes the window has room for.
  useKeys({ z: () => void undoNewest() })
  const ready = useMemo(() => claims.filter((claim) => isReadyToGo(stageOf(claim))), [claims, stageOf])
  if (!mayEdit) return null

  const press = async () => {
    if (isRunning) return
    setIsRunning(true)
    const sent: string[] = []
    for (const claim of ready) {
      try {
        sent.push(await submit(claim))
      } catch (error) {
        const number = claims.indexOf(claim) + 1
        sayWrong(t('claim.claimRefused', { number, reason: sentenceOf(error) }))
      }
    }
    if (sent.length) sayUndoable(t('claim.submitted', { count: sent.length }), () => void withdraw(...sent))
    setIsRunning(false)
    await lookAgain()
  }
  return (
    <ReasonedButton
      id="submit-ready"
      className="btn primary"
      reason={ready.length === 0 ? t('claim.noneReady') : notNow}
      onClick={press}
    >
      {t('claim.submitReady', { count: ready.length })}
    </ReasonedButton>
  )
}
