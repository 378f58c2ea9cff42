import type { Member } from '../../member/member'
import { type Newest, readNewest } from '../../revision/read-newest'
import type { Finding } from './finding'
import { failingSums } from './sums'

/** What does not add up in a revision of an article; places are code points of its text. */
export type Sums = { revisionId: string; findings: Finding[] }

/** What does not add up in the newest revision of an article of the member's desk. */
export async function readSums(member: Member, articleId: string): Promise<Sums> {
  const revision = await readNewest(member, articleId)
  return { revisionId: revision.id, findings: computedOnce(revision) }
}

/** A revision never changes, so the ones asked for last keep what was found in them. */
const known = new Map<string, Finding[]>()
const mostKnown = 200

function computedOnce({ id, blocks, language, published }: Newest): Finding[] {
  const findings = known.get(id) ?? failingSums({ blocks, language, published })
  known.delete(id)
  known.set(id, findings)
  const [oldest] = known.keys()
  if (known.size > mostKnown && oldest) known.delete(oldest)
  return findings
}
