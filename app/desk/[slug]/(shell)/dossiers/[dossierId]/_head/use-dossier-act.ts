import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTRPCClient } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { sayDone } from '@/app/_ui/toast'

export type Client = ReturnType<typeof useTRPCClient>

/** Does one thing with a dossier, says so, and shows it as it is then; what kept it from being done is `problem`. */
export function useDossierAct() {
  const client = useTRPCClient()
  const router = useRouter()
  const { mutateAsync, isPending, error, reset } = useMutation({
    mutationFn: (send: (client: Client) => Promise<unknown>) => send(client),
    onSettled: () => router.refresh(),
  })
  const act = async (send: (client: Client) => Promise<unknown>, done?: string): Promise<boolean> => {
    if (isPending) return false
    try {
      await mutateAsync(send)
    } catch {
      return false // `problem` says why.
    }
    if (done) sayDone(done)
    return true
  }
  return { act, isBusy: isPending, problem: error && sentenceOf(error), forget: reset }
}
