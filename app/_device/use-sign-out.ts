import { useState } from 'react'
import { say } from '../../server/refusal'
import { signOutHere } from '../_api/session'
import { sayWrong } from '../_ui/toast'
import type { Unsent } from './unsent'

/** How long to wait for what is on its way, in ms. */
const patience = 4000

/** A sign-out that first lets waiting changes be sent, and asks what to do where they cannot. */
export function useSignOut(unsent: Unsent) {
  const [phase, setPhase] = useState<'sending' | 'asking' | null>(null)
  const leave = (last?: () => Promise<void>) =>
    signOutHere(last).catch(() => sayWrong(say({ code: 'unreachable' })))
  return {
    phase,
    stay: () => setPhase(null),
    signOut: async () => {
      if (!unsent.isThere()) return leave()
      setPhase('sending')
      const isSent = await untilSent(unsent)
      setPhase((now) => (now === null || isSent ? null : 'asking'))
      if (isSent) await leave()
    },
    /** The copy on this device stays, too: it is sent when the same member signs in again. */
    saveAndSignOut: async () => {
      await unsent.save()
      await leave()
    },
    /** Nothing is removed unless the sign-out has worked. */
    discardAndSignOut: () => leave(unsent.discard),
  }
}

async function untilSent({ isThere }: Unsent): Promise<boolean> {
  const end = Date.now() + patience
  while (isThere() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 100))
  return !isThere()
}
