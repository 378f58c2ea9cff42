import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import type { Transaction } from '../../../db/client'
import { desks, releases } from '../../../db/schema'
import { notify } from '../../channel/notify'
import type { Member } from '../../member/member'
import { refuseIf } from '../../refusal'
import { momentAt, whyNotAt } from './release'

type Plan = { submissionId: string; editor: Member; publishAt: string; now: Date }

/** Writes down when an approved submission goes out; `publishAt` is what the desk's clock will show. */
export async function planRelease(tx: Transaction, { submissionId, editor, publishAt, now }: Plan) {
  const [desk] = await tx.select({ timeZone: desks.timeZone }).from(desks).where(eq(desks.id, editor.deskId))
  const at = desk ? momentAt(publishAt, desk.timeZone) : null
  refuseIf(whyNotAt(at, now))
  if (!at) throw new Error('a moment that was refused went on')
  const planned = { submissionId, publishAt: at, editorId: editor.id, plannedAt: now }
  await tx.insert(releases).values({ id: uuid(), ...planned })
  await notify(tx, 'release_planned', {})
}
