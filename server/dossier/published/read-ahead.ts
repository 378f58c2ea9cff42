import { db } from '../../../db/client'
import { canonicalHash } from '../../canonical-hash'
import { type Member, may } from '../../member/member'
import { readDossier } from '../read-dossiers'
import type { FrozenDossier } from './frozen-dossier'
import { readDesk, readNewest, readPublishable } from './read-publishable'

/** Of what readers can lack something. Figures are not among it: a dossier's page has them from the checks themselves. */
const parts = ['name', 'articles', 'explanations'] as const satisfies (keyof FrozenDossier)[]
type Part = (typeof parts)[number]

/** How readers stand to a dossier: what the desk is ahead of them in, and which explanations they have or get next. */
export type Ahead = {
  /** The newest published version; null while there is none. */
  version: number | null
  /** Whether that version retracts it: nothing comes after it. */
  isRetracted: boolean
  /** What the next version would bring; empty for who may not publish it. */
  parts: Part[]
  told: string[]
  next: string[]
}

/** What readers do not have yet of a dossier, as a member sees it; refused as unknown where it is not theirs. */
export async function readAhead(dossierId: string, member: Member): Promise<Ahead> {
  const dossier = await readDossier(dossierId, member)
  const content = await readPublishable(db(), dossier, member, await readDesk(db(), member.deskId))
  const newest = await readNewest(db(), dossierId)
  const idsOf = (one: FrozenDossier | undefined) => one?.explanations.map(({ id }) => id) ?? []
  const isOlder = (part: Part) =>
    newest && canonicalHash(newest.content[part]) !== canonicalHash(content[part])
  return {
    version: newest?.version ?? null,
    isRetracted: newest?.content.retraction !== undefined,
    parts: may(member, 'publish dossiers') && !newest?.content.retraction ? parts.filter(isOlder) : [],
    ...{ told: idsOf(newest?.content), next: idsOf(content) },
  }
}
