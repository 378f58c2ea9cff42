import { v7 as newId } from 'uuid'
import { db } from '../../db/client'
import { desks } from '../../db/schema'
import { freezeDraft } from '../article/freeze-draft'
import { importContent } from '../article/import-article'
import { readArticle, readDraft, uncorrected } from '../article/read-article'
import { addMember } from '../member/add-member'
import type { Member } from '../member/member'
import { readMemberById } from '../member/read-member'
import { Refused } from '../refusal'
import { demoArticles } from './demo-newsroom'
import { demoPage } from './demo-page'
import { type DemoArticle, type DemoPerson, demoDesk, demoPeople } from './demo-story'
import { playClaim } from './play-claim'

const slug = 'demo'
type Cast = Record<DemoPerson, Member>

/** Makes the demo newsroom by the acts its people would have used; refuses when it is there already. */
export async function seedDemo(): Promise<{ desk: string; articles: number }> {
  const cast = await engage()
  for (const article of demoArticles) await play(article, cast)
  return { desk: slug, articles: demoArticles.length }
}

/** The e-mail of one of the demo's people; their password is random and told to nobody. */
const demoEmail = (person: DemoPerson) => `${person}@meridian.example`

async function engage(): Promise<Cast> {
  const [made] = await db()
    .insert(desks)
    .values({ id: newId(), slug, isDemo: true, ...demoDesk })
    .onConflictDoNothing()
    .returning()
  if (!made) throw new Refused({ code: 'demo-is-there' })
  const engaged: [string, Member][] = []
  for (const [person, { name, role }] of Object.entries(demoPeople)) {
    const email = demoEmail(person as DemoPerson) // keys of demoPeople
    const { memberId } = await addMember({ desk: slug, email, name, role, password: newId() + newId() })
    const member = await readMemberById(memberId)
    if (member) engaged.push([person, member])
  }
  return Object.fromEntries(engaged) as Cast // every key of demoPeople was just added
}

async function play(article: DemoArticle, cast: Cast): Promise<void> {
  const importer = cast[article.importedBy]
  const { address } = article
  const imported = await importContent(importer, { kind: 'html', content: demoPage(article), address })
  if (!('draftId' in imported)) return
  const { extraction } = await readDraft(importer, imported.draftId)
  const { articleId } = await freezeDraft(importer, imported.draftId, uncorrected(extraction))
  const { revision } = await readArticle(importer, articleId)
  for (const claim of article.claims) await playClaim(claim, { articleId, address, revision, cast })
}
