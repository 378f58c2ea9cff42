import { eq } from 'drizzle-orm'
import { db, type Transaction } from '../../../db/client'
import { pages } from '../../../db/schema'
import { takeTurn, tookFreeTurn } from '../../../db/take-turn'
import { settings } from '../../env'
import { type Edition, editionOf } from '../pages/edition'
import { readCheckedArticle, readPublicDesk, readVersions } from '../read-published'
import { type MadePage, storePages } from '../stored/store-pages'
import { cardOf } from './card'
import { drawInWorker } from './draw-in-worker'
import type { Task } from './draw-worker'
import type { Drawing } from './drawings'
import { articlePaper, checkPaper } from './pdf/paper-of'
import { drawnFrom, readUndrawn, type Subject, type Undrawn } from './read-undrawn'

/** Drawings that failed in this process: they are told once and tried again at the next start. */
const failed = new Set<string>()

type Options = { onError: (error: unknown) => void; isOver?: () => boolean }

/**
 * Draws what is missing of everything published. It comes after the pages and apart from them, so that nobody waits
 * for a picture; one that fails leaves the others. Of several processes one draws.
 */
export async function drawMissing({ onError, isOver = () => false }: Options): Promise<void> {
  for (const undrawn of await readUndrawn()) if (isOver() || !(await drawOne(undrawn, onError))) return
}

/** False when another process is drawing, which will draw this, too. */
async function drawOne(undrawn: Undrawn, onError: Options['onError']): Promise<boolean> {
  const keyOf = ({ path }: Drawing) => `${path} ${drawnFrom(undrawn)}`
  const drawings = undrawn.drawings.filter((drawing) => !failed.has(keyOf(drawing)))
  if (!drawings.length) return true
  return db().transaction(async (tx) => {
    if (!(await tookFreeTurn(tx, 'drawing'))) return false
    const desk = await readPublicDesk(tx, undrawn.deskId)
    const edition = editionOf(desk, { origin: settings().publicOrigin, stylesheet: '' })
    const made: MadePage[] = []
    for (const drawing of drawings)
      try {
        const task = await taskOf(tx, undrawn.subject, drawing, edition)
        const { path } = drawing
        const contentType = drawing.kind === 'card' ? 'image/png' : 'application/pdf'
        const content = await drawInWorker(task)
        made.push({ path, canonical: path, contentType, content, template: drawnFrom(undrawn) })
      } catch (error) {
        failed.add(keyOf(drawing))
        onError(error)
      }
    await keepIfThere(tx, undrawn, made)
    return true
  })
}

async function taskOf(tx: Transaction, subject: Subject, drawing: Drawing, edition: Edition): Promise<Task> {
  if (subject.of === 'article') {
    const checked = await readCheckedArticle(tx, subject.articleId)
    if (!checked) throw new Error('an article with checks has a page')
    return { kind: 'paper', paper: articlePaper(checked, edition) }
  }
  const { number, version } = subject.numbers
  const versions = (await readVersions(tx, [number])).get(number) ?? []
  const shown = versions.find((one) => one.version === version)
  if (!shown) throw new Error(`claim ${number} has no version ${version}`)
  if (drawing.kind === 'paper') return { kind: 'paper', paper: checkPaper(shown, versions, edition) }
  const card = cardOf(drawing.isUnderReview ? shown : { ...shown, underReview: null }, edition)
  return { kind: 'card', card, shape: drawing.shape }
}

/** What was removed or came out otherwise while it was drawn is not kept. */
async function keepIfThere(tx: Transaction, { copy }: Undrawn, made: MadePage[]): Promise<void> {
  await takeTurn(tx, 'making pages')
  const [now] = await tx.select({ etag: pages.etag }).from(pages).where(eq(pages.path, copy.path))
  if (now?.etag === copy.etag) await storePages(tx, made)
}
