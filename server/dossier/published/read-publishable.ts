import { desc, eq } from 'drizzle-orm'
import type { Database, Transaction } from '../../../db/client'
import { desks, dossierPublications } from '../../../db/schema'
import { spokenFor } from '../../language/language'
import type { Member } from '../../member/member'
import { readRemovedWords } from '../../publication/redaction/read-redactions'
import { words } from '../../words'
import { type FrozenDossier, withoutWords } from './frozen-dossier'
import { readFrozen } from './read-frozen'

type Reader = Database | Transaction

/** What would be published of a dossier now, as an editor sees it: what was removed under law before stays away. */
export async function readPublishable(
  at: Reader,
  dossier: { id: string; name: string },
  editor: Pick<Member, 'id'>,
  { language }: { language: string },
): Promise<FrozenDossier> {
  return readWithoutRemoved(at, await readFrozen(at, dossier, editor, words(spokenFor(language))))
}

/** The same content without the words that were removed under law from any of its articles. */
export async function readWithoutRemoved(at: Reader, seen: FrozenDossier): Promise<FrozenDossier> {
  const removed: string[] = []
  for (const { id } of seen.articles) removed.push(...(await readRemovedWords(at, id)))
  return withoutWords(seen, removed)
}

/** The newest version that readers have; undefined while there is none. */
export async function readNewest(at: Reader, dossierId: string) {
  const { version, hash, content } = dossierPublications
  const [newest] = await at
    .select({ version, hash, content })
    .from(dossierPublications)
    .where(eq(dossierPublications.dossierId, dossierId))
    .orderBy(desc(version))
    .limit(1)
  return newest
}

/** What a dossier's pages and its entry in the log say of its desk. */
export async function readDesk(at: Reader, deskId: string) {
  const { slug, isDemo, language } = desks
  const [desk] = await at.select({ slug, isDemo, language }).from(desks).where(eq(desks.id, deskId))
  if (!desk) throw new Error(`desk ${deskId} is not there`)
  return desk
}
