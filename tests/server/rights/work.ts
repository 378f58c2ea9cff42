import { v7 as uuid } from 'uuid'
import { assign } from '../../../server/assignment/assign'
import { may } from '../../../server/member/member'
import { askSecond } from '../../../server/second-verdict/ask-second'
import { signSecond } from '../../../server/second-verdict/sign-second'
import { onDesk } from '../../newsroom'
import type { Home } from './askers'
import { aClaimInRoom } from './things'

/** A claim that nobody has, to be taken by the one who asks. */
export async function aFreeClaim(home: Home) {
  const { articleId, claimId } = await aClaimInRoom(home)
  return { articleId, claimId, to: home.asker.id }
}

/** The same among several. */
export async function someFreeClaims(home: Home) {
  const { claimId, ...named } = await aFreeClaim(home)
  return { ...named, items: [{ id: uuid(), claimId, seen: null }] }
}

/** A claim that somebody new on the desk may be asked to judge. */
export async function aClaimToJudge(home: Home) {
  const { claimId } = await aClaimInRoom(home)
  return { claimId, of: (await onDesk('reviewer', home.desk)).id }
}

/** A claim that the one who asks was asked to judge blind; somebody else, where they only observe. */
export async function anAskedVerdict(home: Home) {
  const { claimId } = await aClaimInRoom(home)
  const id = uuid()
  const judge = may(home.asker, 'sign own verdicts') ? home.asker : await onDesk('reviewer', home.desk)
  await askSecond({ member: home.editor, id, claimId, of: judge.id })
  return { id, claimId }
}

/** A claim that somebody else has judged blind. */
export async function aJudgedClaim(home: Home) {
  const { claimId } = await aClaimInRoom(home)
  const reviewer = await onDesk('reviewer', home.desk)
  await askSecond({ member: home.editor, id: uuid(), claimId, of: reviewer.id })
  const given = { verdict: 'true', reason: 'The register says so.', evidence: '' } as const
  await signSecond({ ...given, member: reviewer, id: uuid(), claimId })
  return { claimId }
}

/** A claim that the author has. */
export async function aTakenClaim(home: Home) {
  const { articleId, claimId } = await aClaimInRoom(home)
  const given = { articleId, claimId, seen: null, terms: null, note: 'Ask the treasury.' }
  await assign({ ...given, id: uuid(), member: home.editor, to: home.author.id })
  return { articleId, claimId }
}
