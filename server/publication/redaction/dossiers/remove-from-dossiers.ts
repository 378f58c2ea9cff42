import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import type { Transaction } from '../../../../db/client'
import { desks, dossierOutbox, dossierPublications, dossiers, pages } from '../../../../db/schema'
import { canonicalHash } from '../../../canonical-hash'
import { notify } from '../../../channel/notify'
import { dossierRecord, dossierVersionPath, withoutWords } from '../../../dossier/published/frozen-dossier'
import { appendLog } from '../../log/append-log'
import type { Ground } from '../redaction'

type Removal = { articleId: string; words: string[]; ground: Ground; at: Date }

/**
 * Takes words that are removed under law from an article out of every version of each dossier that holds it, seals what is
 * left by an entry of the log, and orders their pages anew: answers to readers on them may have the words, too. In a transaction that may change what is only added to.
 */
export async function removeFromDossiers(tx: Transaction, removal: Removal): Promise<void> {
  const { articleId, words } = removal
  const holding = new Map<string, string>()
  for (const version of await lockHolding(tx, articleId)) {
    const { id, dossierId, content } = version.row
    holding.set(dossierId, id)
    const left = withoutWords(content, words)
    if (canonicalHash(left) === canonicalHash(content)) continue
    await tx.update(dossierPublications).set({ content: left }).where(eq(dossierPublications.id, id))
    await sealAnew(tx, { ...version, left }, removal)
    const path = dossierVersionPath(version.number, version.row.version)
    await tx.update(pages).set({ template: '' }).where(eq(pages.path, path))
  }
  for (const dossierPublicationId of holding.values()) {
    await tx.insert(dossierOutbox).values({ id: uuid(), dossierPublicationId })
    await notify(tx, 'publication_made', { publicationId: dossierPublicationId })
  }
}

/** Every version of each dossier that ever held the article, under the lock that publishing takes. */
async function lockHolding(tx: Transaction, articleId: string) {
  const holds = sql`${dossierPublications.content} -> 'articles' @> ${JSON.stringify([{ id: articleId }])}::jsonb`
  const rows = await tx
    .select({
      row: dossierPublications,
      number: dossiers.publicNumber,
      desk: desks.slug,
      isDemo: desks.isDemo,
    })
    .from(dossierPublications)
    .innerJoin(dossiers, eq(dossiers.id, dossierPublications.dossierId))
    .innerJoin(desks, eq(desks.id, dossierPublications.deskId))
    .where(and(holds, isNotNull(dossiers.publicNumber)))
    .orderBy(asc(dossiers.publicNumber), asc(dossierPublications.version))
    .for('update', { of: dossiers })
  return rows.flatMap(({ number, ...rest }) => (number === null ? [] : [{ ...rest, number }]))
}

type Version = Awaited<ReturnType<typeof lockHolding>>[number]
type Left = Version & { left: Version['row']['content'] }

async function sealAnew(
  tx: Transaction,
  { row: { version, entry }, number, desk, isDemo, left }: Left,
  { ground, at }: Removal,
): Promise<void> {
  // What was published before dossiers were in the log is sealed by no entry that this one could name.
  if (entry === null) return
  const recordHash = canonicalHash(dossierRecord(number, version, left))
  const sealed = { dossier: number, version, contentHash: canonicalHash(left), recordHash }
  await appendLog(tx, {
    publicationId: null,
    kind: 'redaction',
    body: {
      ...{ ...sealed, redacts: entry, ground, desk, at: at.toISOString() },
      ...(isDemo && { isDemo: true as const }),
    },
  })
}
