'use client'
import { useMutation } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { sayWrong } from '@/app/_ui/toast'
import type { Correcting } from '@/server/review/correction/correction'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { useWithdraw } from '../submit/use-withdraw'
import { sayUndoable } from '../undo-toast'
import { useLookAgain } from '../use-stages'

/** Asks for the retraction of the version that was read here; a second person decides. Gives whether it was sent. */
export function useRetract(claimId: string, published: { hash: string }, onSent: () => void) {
  const trpc = useTRPC()
  const { desk } = useRoom()
  const lookAgain = useLookAgain()
  const { withdraw } = useWithdraw()
  const { mutateAsync } = useMutation(
    trpc.review.submit.mutationOptions({
      onSuccess: ({ submissionId }) => {
        onSent()
        sayUndoable(words()('claim.submitted', { count: 1 }), () => void withdraw(submissionId))
      },
      onError: (error) => sayWrong(sentenceOf(error)),
      onSettled: lookAgain,
    }),
  )
  const retract = (as: Correcting) =>
    mutateAsync({ desk: desk.slug, claimId, hash: published.hash, ...as }).then(
      () => true,
      () => false,
    )
  return { retract }
}
