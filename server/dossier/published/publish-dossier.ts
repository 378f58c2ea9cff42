import { db } from '../../../db/client'
import { canonicalHash } from '../../canonical-hash'
import { type Member, whyMayNot } from '../../member/member'
import { readLogKey } from '../../publication/log/read-log-key'
import { refuseIf } from '../../refusal'
import { lockDossier } from '../lock-dossier'
import { addVersion } from './add-version'
import { whyNotPublish } from './frozen-dossier'
import { readDesk, readNewest, readPublishable } from './read-publishable'

type Asked = { member: Member; dossierId: string }

/** Publishes a dossier as an editor sees it, as its next version, and orders its pages. */
export async function publishDossier({
  member,
  dossierId,
}: Asked): Promise<{ number: number; version: number }> {
  refuseIf(whyMayNot(member, 'publish dossiers'))
  // Before the transaction: inside, it would want a second connection.
  await readLogKey()
  return db().transaction(async (tx) => {
    const dossier = await lockDossier(tx, dossierId, member)
    const desk = await readDesk(tx, member.deskId)
    const content = await readPublishable(tx, dossier, member, desk)
    const hash = canonicalHash(content)
    const newest = await readNewest(tx, dossierId)
    refuseIf(whyNotPublish(content, { hash, before: newest }))
    const added = await addVersion(tx, { dossier, member, desk, content, before: newest?.version ?? 0 })
    return { number: added.number, version: added.version }
  })
}
