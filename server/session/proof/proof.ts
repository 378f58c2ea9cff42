import type { Act } from '../../member/member'
import type { Refusal } from '../../refusal'

/** How long somebody who showed who they are is believed for a decision, in minutes. */
export const proofMinutes = 15

/** What a stale window must not do where a desk asks who decides: decide, or change who may and how. */
const actsToProve: readonly Act[] = [
  ...(['decide on submissions', 'put claims under review', 'remove words under law'] as const),
  ...(['invite members', 'manage members', 'manage the desk', 'found another desk'] as const),
]

/** Whether this act waits, where the desk asks for it, until one has shown who one is. */
export function needsProof(act: Act): boolean {
  return actsToProve.includes(act)
}

/** What decides whether somebody has to show again who they are: whether the desk asks, and when they last did. */
export type Proof = { isAsked: boolean; provedAt: Date | null }

/** Why an act has to wait until somebody shows again who they are, where their desk asks for that. */
export function whyNotProven({ isAsked, provedAt }: Proof, now: Date): Refusal | null {
  if (!isAsked) return null
  const isFresh = provedAt !== null && now.getTime() - provedAt.getTime() < proofMinutes * 60_000
  return isFresh ? null : { code: 'prove-identity-first', values: { minutes: proofMinutes } }
}
