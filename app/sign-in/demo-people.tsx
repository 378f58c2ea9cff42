'use client'
import { useState } from 'react'
import type { Role } from '../../db/vocabulary'
import { say } from '../../server/refusal'
import { words } from '../../server/words'
import { signInAsHere } from '../_api/session'
import { Avatar } from '../_ui/avatar'

type Props = { people: { memberId: string; name: string; role: Role }[]; next: string }

/** The demo's people, each a button that makes the visitor them. */
export function DemoPeople({ people, next }: Props) {
  const t = words()
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  async function enter(memberId: string) {
    setIsBusy(true)
    const refusal = await signInAsHere(memberId)
    if (!refusal) return window.location.assign(next)
    setIsBusy(false)
    setProblem(say(refusal))
  }
  return (
    <>
      {problem && (
        <p className="notice bad" role="alert">
          {problem}
        </p>
      )}
      <ul className="demo-people">
        {people.map(({ memberId, name, role }) => (
          <li key={memberId}>
            <button type="button" className="btn lg block" disabled={isBusy} onClick={() => enter(memberId)}>
              <Avatar id={memberId} name={name} />
              <span aria-hidden="true">{name}</span>
              <span className="meta">{t(`role.${role}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
