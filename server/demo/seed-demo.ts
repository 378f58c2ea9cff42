import { and, eq } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { db } from '../../db/client'
import { desks, keys } from '../../db/schema'
import { tookFreeTurn } from '../../db/take-turn'
import { freezeDraft } from '../article/draft/freeze-draft'
import { importContent } from '../article/import-article'
import { readArticle, readDraft, uncorrected } from '../article/read-article'
import { addDesk } from '../member/add-desk'
import { addMember } from '../member/add-member'
import type { Member } from '../member/member'
import { readMemberById } from '../member/read-member'
import { Refused } from '../refusal'
import { demoArticles } from './demo-newsroom'
import { demoPage } from './demo-page'
import { type DemoArticle, type DemoPerson, demoDesk, demoPeople } from './demo-story'
import { playClaim } from './play/play-claim'
import { playDossier } from './play/play-dossier'
import { playProposition } from './play/play-proposition'
import { removeDemo } from './removal/remove-demo'

type Cast = Record<DemoPerson, Member>

/**
 * Makes the demo newsroom by the acts its people would have used; refuses when it is there already. One that was
 * begun and not finished is removed: at once after a fault, by the next try after a crash.
 */
export async function seedDemo(): Promise<{ desk: string; articles: number }> {
  // Held to the end by a transaction that does nothing else.
  return db().transaction(async (turn) => {
    if (!(await tookFreeTurn(turn, 'the demo'))) throw new Refused({ code: 'demo-is-there' })
    if (await isHalf()) await removeDemo()
    try {
      return await seed()
    } catch (error) {
      if (await isHalf()) await removeDemo()
      throw error
    }
  })
}

async function seed() {
  const desk = await openDesk()
  const cast = await engage(desk)
  const played: { id: string; publisher: string }[] = []
  for (const article of demoArticles) {
    const id = await play(article, cast)
    if (id) played.push({ id, publisher: article.publisher })
  }
  await playDossier(played, cast)
  await playProposition(cast.idris)
  await db().delete(keys).where(eq(keys.name, begun))
  return { desk, articles: demoArticles.length }
}

/** The key that stands beside a demo desk until the demo is whole; its value is that desk. */
const begun = 'demo-begun'

async function isHalf(): Promise<boolean> {
  const rows = await db()
    .select({ slug: desks.slug })
    .from(keys)
    .innerJoin(desks, eq(desks.slug, keys.value))
    .where(and(eq(keys.name, begun), eq(desks.isDemo, true)))
  return rows.length > 0
}

async function openDesk(): Promise<string> {
  return db().transaction(async (tx) => {
    const [known] = await tx.select({ id: desks.id }).from(desks).where(eq(desks.isDemo, true))
    if (known) throw new Refused({ code: 'demo-is-there' })
    const { slug } = await addDesk(tx, { ...demoDesk, isDemo: true, calledAs: 'demo' })
    const key = { name: begun, value: slug }
    await tx.insert(keys).values(key).onConflictDoUpdate({ target: keys.name, set: key })
    return slug
  })
}

/** The e-mail of one of the demo's people; their password is random and told to nobody. */
const demoEmail = (person: DemoPerson) => `${person}@meridian.example`

async function engage(desk: string): Promise<Cast> {
  const engaged: [string, Member][] = []
  for (const [person, { name, role }] of Object.entries(demoPeople)) {
    const email = demoEmail(person as DemoPerson) // keys of demoPeople
    const { memberId } = await addMember({ desk, email, name, role, password: newId() + newId() })
    const member = await readMemberById(memberId)
    if (member) engaged.push([person, member])
  }
  return Object.fromEntries(engaged) as Cast // every key of demoPeople was just added
}

async function play(article: DemoArticle, cast: Cast): Promise<string | null> {
  const importer = cast[article.importedBy]
  const { address } = article
  const imported = await importContent(importer, { kind: 'html', content: demoPage(article), address })
  if (!('draftId' in imported)) return null
  const { extraction } = await readDraft(importer, imported.draftId)
  const { articleId } = await freezeDraft(importer, imported.draftId, uncorrected(extraction))
  const { revision } = await readArticle(importer, articleId)
  for (const claim of article.claims) await playClaim(claim, { articleId, address, revision, cast })
  return articleId
}
