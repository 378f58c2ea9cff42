import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db } from '../../../db/client'
import { pages } from '../../../db/schema'
import type { Claim } from '../../../server/claim/claim'
import type { Figure } from '../../../server/claim/figure/figure'
import { addArticle, addDossier } from '../../../server/dossier/change-dossier'
import { aFigure, anArticle, aRoomWith } from '../../newsroom'
import { aNewsroom, published } from '../../publishing'

/** A figure of people displaced. */
export const displaced = (value: number, parts: Partial<Figure> = {}) =>
  aFigure({ low: value, high: value, reported: `${value} people`, counted: 'people displaced', ...parts })

/** A page as readers have it; empty where there is none. */
export async function pageAt(path: string): Promise<string> {
  const [page] = await db().select({ bytes: pages.bytes }).from(pages).where(eq(pages.path, path))
  return page?.bytes.toString() ?? ''
}

type Newsroom = Awaited<ReturnType<typeof aNewsroom>>

/** A published claim with its figure in room and record alike, in an article of a dossier. */
export async function aWorld() {
  const room = await aNewsroom()
  return { ...room, ...(await aDossier(room, 'Karsell dam breach')) }
}

/** A dossier of a newsroom; `add` publishes a claim in an article of it. */
export async function aDossier(room: Newsroom, name: string) {
  const dossierId = uuid()
  await addDossier({ member: room.author, dossierId, name })
  const add = async (claim: Claim) => {
    const { articleId } = await aRoomWith([claim], room.author)
    const world = { ...room, article: { ...(await anArticle(room.author)), id: articleId } }
    await addArticle({ member: room.author, dossierId, articleId })
    const { number } = await published(world, claim)
    return { world, claim, number, articleId }
  }
  return { dossierId, add }
}
