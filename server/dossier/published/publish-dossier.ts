import { desc, eq, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db, type Transaction } from '../../../db/client'
import { desks, dossierOutbox, dossierPublications, dossiers } from '../../../db/schema'
import { canonicalHash } from '../../canonical-hash'
import { notify } from '../../channel/notify'
import { spokenFor } from '../../language/language'
import { type Member, whyMayNot } from '../../member/member'
import { refuseIf } from '../../refusal'
import { words } from '../../words'
import { lockDossier } from '../lock-dossier'
import { whyNotPublish } from './frozen-dossier'
import { readFrozen } from './read-frozen'

type Asked = { member: Member; dossierId: string }

/** Publishes a dossier as an editor sees it, as its next version, and orders its pages. */
export async function publishDossier({
  member,
  dossierId,
}: Asked): Promise<{ number: number; version: number }> {
  refuseIf(whyMayNot(member, 'publish dossiers'))
  return db().transaction(async (tx) => {
    const dossier = await lockDossier(tx, dossierId, member)
    const content = await readFrozen(tx, dossier, member, words(await readLocale(tx, member.deskId)))
    const hash = canonicalHash(content)
    const newest = await readNewest(tx, dossierId)
    refuseIf(whyNotPublish(content, { hash, before: newest?.hash ?? null }))
    const [id, version] = [uuid(), (newest?.version ?? 0) + 1]
    const number = dossier.publicNumber ?? (await takeNumber(tx, dossierId))
    await tx.insert(dossierPublications).values({
      ...{ id, dossierId, deskId: member.deskId, version, hash, content },
      ...{ publishedBy: member.id, publishedAt: new Date() },
    })
    await tx.insert(dossierOutbox).values({ id: uuid(), dossierPublicationId: id })
    await notify(tx, 'publication_made', { publicationId: id })
    return { number, version }
  })
}

async function readNewest(tx: Transaction, dossierId: string) {
  const [newest] = await tx
    .select({ version: dossierPublications.version, hash: dossierPublications.hash })
    .from(dossierPublications)
    .where(eq(dossierPublications.dossierId, dossierId))
    .orderBy(desc(dossierPublications.version))
    .limit(1)
  return newest
}

async function takeNumber(tx: Transaction, dossierId: string): Promise<number> {
  const [row] = await tx
    .update(dossiers)
    .set({ publicNumber: sql`nextval('dossier_numbers')` })
    .where(eq(dossiers.id, dossierId))
    .returning({ number: dossiers.publicNumber })
  if (!row?.number) throw new Error(`dossier ${dossierId} got no number`)
  return row.number
}

async function readLocale(tx: Transaction, deskId: string) {
  const [desk] = await tx.select({ language: desks.language }).from(desks).where(eq(desks.id, deskId))
  return spokenFor(desk?.language ?? 'en')
}
