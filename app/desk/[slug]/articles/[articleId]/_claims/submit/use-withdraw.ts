'use client'
import { useMutation } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { useLookAgain } from '../use-stages'

/** Takes one's own submission back. */
export function useWithdraw() {
  const trpc = useTRPC()
  const { desk } = useRoom()
  const lookAgain = useLookAgain()
  const { mutateAsync, isPending } = useMutation(trpc.review.withdraw.mutationOptions())
  const withdraw = async (...submissionIds: string[]) => {
    try {
      for (const submissionId of submissionIds) await mutateAsync({ desk: desk.slug, submissionId })
      sayDone(words()('claim.withdrawn'))
    } catch (error) {
      sayWrong(sentenceOf(error))
    }
    await lookAgain()
  }
  return { withdraw, isWithdrawing: isPending }
}
