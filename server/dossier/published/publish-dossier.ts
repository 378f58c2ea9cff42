import { eq, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db, type Transaction } from '../../../db/client'
import { dossierOutbox, dossierPublications, dossiers } from '../../../db/schema'
import { canonicalHash } from '../../canonical-hash'
import { notify } from '../../channel/notify'
import { type Member, whyMayNot } from '../../member/member'
import { appendLog } from '../../publication/log/append-log'
import { readLogKey } from '../../publication/log/read-log-key'
import { refuseIf } from '../../refusal'
import { lockDossier } from '../lock-dossier'
import { dossierRecord, type FrozenDossier, whyNotPublish } from './frozen-dossier'
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
    refuseIf(whyNotPublish(content, { hash, before: newest?.hash ?? null }))
    const [id, version] = [uuid(), (newest?.version ?? 0) + 1]
    const number = dossier.publicNumber ?? (await takeNumber(tx, dossierId))
    const publishedAt = new Date()
    const entry = await seal(tx, { number, version, hash, content, publishedAt, desk })
    await tx.insert(dossierPublications).values({
      ...{ id, dossierId, deskId: member.deskId, version, hash, content },
      ...{ publishedBy: member.id, publishedAt, entry },
    })
    await tx.insert(dossierOutbox).values({ id: uuid(), dossierPublicationId: id })
    await notify(tx, 'publication_made', { publicationId: id })
    return { number, version }
  })
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

type Sealed = {
  number: number
  version: number
  hash: string
  content: FrozenDossier
  publishedAt: Date
  desk: { slug: string; isDemo: boolean }
}

/** Adds the version to the public log; answers its entry there. */
async function seal(tx: Transaction, { number, version, hash, content, publishedAt, desk }: Sealed) {
  const recordHash = canonicalHash(dossierRecord(number, version, content))
  const body = { dossier: number, version, contentHash: hash, recordHash, desk: desk.slug }
  const { index } = await appendLog(tx, {
    publicationId: null,
    kind: 'dossier',
    body: { ...body, at: publishedAt.toISOString(), ...(desk.isDemo && { isDemo: true as const }) },
  })
  return index
}
