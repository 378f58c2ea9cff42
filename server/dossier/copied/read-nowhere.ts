import type { Nowhere } from '../../coverage/worth/nowhere'
import { refuseAbsent } from '../../deleted/read-removal'
import type { Member } from '../../member/member'
import { readHolding } from '../read-dossiers'
import { readGathering } from './read-gathering'

/**
 * The sentences of an article that none of a dossier's other articles has, for each dossier by which it was made from
 * another one; dossiers and articles that are not there for the member count for nothing. It can take seconds.
 */
export async function readNowhere(
  articleId: string,
  member: Pick<Member, 'id' | 'deskId'>,
): Promise<Nowhere[]> {
  await refuseAbsent(member, articleId)
  const dossiers = await readHolding(articleId, member)
  const found = await Promise.all(
    dossiers.map(async (dossier): Promise<Nowhere | null> => {
      const { newest, copied } = await readGathering(dossier.id, member)
      const revisionId = newest.get(articleId)
      const rewrite = copied.articles.find(({ id }) => id === articleId)?.rewrite ?? []
      const sentences = rewrite.flatMap(({ is, start, end }) => (is === 'nowhere' ? [{ start, end }] : []))
      return revisionId && sentences.length > 0 ? { dossier, revisionId, sentences } : null
    }),
  )
  return found.filter((one) => one !== null)
}
