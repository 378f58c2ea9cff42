import { db } from '../../db/client'
import { checkLists } from '../../db/schema'
import { takeTurn } from '../../db/take-turn'
import type { Member } from '../member/member'
import { refuseIf } from '../refusal'
import { type CheckList, whyNotCheckList, whyNotReplace } from './check-list'
import { readCheckList } from './read-check-list'

type Change = { member: Member } & CheckList

/** Writes the next version of a desk's list; `version` is the one it was made from. */
export async function changeCheckList({ member, version, lines, isDemanded }: Change) {
  const next = lines.map((line) => ({ ...line, text: line.text.trim() }))
  refuseIf(whyNotCheckList(next))
  const { deskId } = member
  return db().transaction(async (tx) => {
    await takeTurn(tx, `changing the check-list of ${deskId}`)
    const now = await readCheckList(deskId, { on: tx })
    refuseIf(whyNotReplace(version, now.version))
    const made = { version: version + 1, lines: next, isDemanded }
    await tx.insert(checkLists).values({ ...made, deskId, changedBy: member.id })
    return made
  })
}
