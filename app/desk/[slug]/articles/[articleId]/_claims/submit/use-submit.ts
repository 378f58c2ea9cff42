'use client'
import { useMutation } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import type { Claim } from '@/server/claim/claim'
import type { Correcting } from '@/server/review/correction/correction'
import { claimHash } from '@/server/review/submission'
import { words } from '@/server/words'
import type { Saving } from '../../_room/line/saving'
import type { Store } from '../../_room/store'
import { useRoom, useSaved } from '../../_room/use-room'
import { useLookAgain } from '../use-stages'

const asFirst: Correcting = { version: null, kind: 'first', publicNote: '', reason: '' }

/** Sends a claim for approval as it is seen here, once everything typed is saved; gives the submission's id. */
export function useSubmit() {
  const trpc = useTRPC()
  const { desk, saving } = useRoom()
  const lookAgain = useLookAgain()
  const { mutateAsync } = useMutation(trpc.review.submit.mutationOptions())
  const submit = async (claim: Claim, as = asFirst): Promise<string> => {
    const hash = claimHash(claim)
    await untilSaved(saving)
    const { submissionId } = await mutateAsync({ desk: desk.slug, claimId: claim.id, hash, ...as })
    return submissionId
  }
  return { submit, lookAgain }
}

/** Why nothing can be submitted at this moment, whatever the claim; null when it can, if only after being saved. */
export function useWhyNotNow(): string | null {
  const t = words()
  const { connection, mayEdit, isStored } = useRoom()
  const { state } = useSaved()
  if (!isStored) return t('workspace.notStored')
  if (!mayEdit) return t('claim.observersDoNot')
  if (connection !== 'live') return t('claim.waitsForConnection')
  return state === 'not-saved' ? t('claim.waitsForSaving') : null
}

/** Resolves once the server has everything, which takes milliseconds; a server that is gone ends it with its own refusal. */
function untilSaved(saving: Store<Saving>): Promise<void> {
  const isDone = () => saving.get().waiting === 0 || ['not-saved', 'offline'].includes(saving.get().state)
  if (isDone()) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = saving.subscribe(() => {
      if (!isDone()) return
      stop()
      resolve()
    })
  })
}
