'use client'
import { useMutation, useQuery } from '@tanstack/react-query'
import { words } from '../../../server/words'
import { useTRPC } from '../../_api/client'
import { passkeySentence, signWithPasskeyHere } from './passkey-here'
import { useCanPasskeys } from './use-can-passkeys'

type Props = { onShown: () => void; onProblem: (sentence: string) => void }

/** The other way to show who one is; only for who has a passkey, where the browser can use it. */
export function ProveByPasskey({ onShown, onProblem }: Props) {
  const t = words()
  const trpc = useTRPC()
  const list = useQuery(trpc.passkey.list.queryOptions())
  const canUse = useCanPasskeys(list.data?.at ?? null)
  const start = useMutation(trpc.passkey.startUse.mutationOptions())
  const prove = useMutation(trpc.passkey.prove.mutationOptions())
  async function show() {
    try {
      await prove.mutateAsync({ answer: await signWithPasskeyHere(await start.mutateAsync()) })
      onShown()
    } catch (error) {
      onProblem(passkeySentence(error))
    }
  }
  if (!canUse || !list.data?.passkeys.length) return null
  return (
    <button type="button" className="linkbtn" disabled={start.isPending || prove.isPending} onClick={show}>
      {t('prove.byPasskey')}
    </button>
  )
}
