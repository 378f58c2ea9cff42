'use client'
import { say } from '../../server/refusal'
import { signOutHere } from '../_api/session'
import { sayWrong } from '../_ui/toast'

/** A button that signs this browser out. */
export function SignOut(props: { className: string; children: React.ReactNode }) {
  const signOut = () => signOutHere().catch(() => sayWrong(say({ code: 'unreachable' })))
  return (
    <button type="button" className={props.className} onClick={signOut}>
      {props.children}
    </button>
  )
}
