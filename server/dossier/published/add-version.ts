import { eq, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import type { Transaction } from '../../../db/client'
import { dossierOutbox, dossierPublications, dossiers } from '../../../db/schema'
import { canonicalHash } from '../../canonical-hash'
import { notify } from '../../channel/notify'
import type { Member } from '../../member/member'
import { appendLog } from '../../publication/log/append-log'
import { dossierRecord, type FrozenDossier } from './frozen-dossier'

type Added = {
  dossier: { id: string; publicNumber: number | null }
  member: Pick<Member, 'id' | 'deskId'>
  desk: { slug: string; isDemo: boolean }
  content: FrozenDossier
  /** The version that readers have; 0 while they have none. */
  before: number
}

/** Adds the next version of a locked dossier, its entry in the log, and the order for its pages. Its row’s id and its numbers. */
export async function addVersion(
  tx: Transaction,
  { dossier, member, desk, content, before }: Added,
): Promise<{ id: string; number: number; version: number }> {
  const [id, version, hash] = [uuid(), before + 1, canonicalHash(content)]
  const number = dossier.publicNumber ?? (await takeNumber(tx, dossier.id))
  const publishedAt = new Date()
  const entry = await seal(tx, { number, version, hash, content, publishedAt, desk })
  await tx.insert(dossierPublications).values({
    ...{ id, dossierId: dossier.id, deskId: member.deskId, version, hash, content },
    ...{ publishedBy: member.id, publishedAt, entry },
  })
  await tx.insert(dossierOutbox).values({ id: uuid(), dossierPublicationId: id })
  await notify(tx, 'publication_made', { publicationId: id })
  return { id, number, version }
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
