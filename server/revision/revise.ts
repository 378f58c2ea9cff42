import { v7 as newId } from 'uuid'
import { db } from '../../db/client'
import { revisions } from '../../db/schema'
import { quotable, whyNotField, whyNotFreeze, withStandfirst } from '../article/article'
import { type Extraction, type Field, fields } from '../article/extract/extraction'
import { addFile } from '../article/file/add-file'
import { frozenText, textHash } from '../article/frozen-text'
import { notify } from '../channel/notify'
import { holdArticle } from '../deleted/lock-article'
import type { Member } from '../member/member'
import { Refused, refuseIf } from '../refusal'
import { keptBlocks } from './kept-blocks'
import { putPlacements, putUnplaced, revisionsTurn } from './passage/put-placements'
import { readPlaces } from './passage/read-places'
import { type Arrived, isUnchanged, readAgain, readArrived } from './read-arrived'
import { type Newest, readNewest } from './read-newest'
import { isAnother } from './revision'

/** The number of the newest revision; `isNew` where the text had changed. */
export type Revised = { number: number; isNew: boolean }

/** How often it is begun anew where somebody else was faster. */
const mostTries = 3

/**
 * Keeps what an article says now as its next revision, with the places of its claims; the same text does nothing. What a
 * member left out or corrected when it was frozen stays so. Of several who do this at once, one makes the revision.
 */
export async function revise(member: Member, articleId: string, arrived: Arrived): Promise<Revised> {
  for (let tries = 0; tries < mostTries; tries++) {
    const newest = await readNewest(member, articleId)
    if (await isUnchanged(newest, arrived)) return { number: newest.number, isNew: false }
    const next = await nextOf(newest, arrived)
    if (next.hash === newest.hash) return { number: newest.number, isNew: false }
    refuseIf(whyNotFreeze(next.title, next.blocks))
    if (!arrived.isPasted && isAnother(newest.text, next.text))
      throw new Refused({ code: 'revision-another' })
    const revised = await keep(member, newest, { ...next, file: 'bytes' in arrived ? arrived : null })
    if (revised) return revised
  }
  throw new Refused({ code: 'revised-meanwhile' })
}

type Next = Awaited<ReturnType<typeof nextOf>>

async function nextOf(newest: Newest, arrived: Arrived) {
  const { extraction, shown } = await readArrived(arrived, newest.address)
  const now = withStandfirst(extraction)
  const read = await readAgain(newest)
  const blocks = keptBlocks({
    read: read.blocks.map(quotable),
    kept: newest.blocks,
    now: now.blocks.map(quotable),
  })
  const text = frozenText(blocks)
  return {
    ...fieldsAfter(newest, now),
    blocks,
    text,
    hash: textHash(text),
    original: shown.replaceAll('\0', ''),
  }
}

/** The fields of the page now, but those that a member corrected. */
function fieldsAfter(newest: Newest, now: Extraction) {
  const stands = (field: Field) =>
    newest.provenance[field] === 'member' || isNothing(now[field]) || isUnreadable(field, now[field])
  const taken = fields.filter((field) => !stands(field))
  const { title, byline, published, updated, publisher, language } = newest
  return {
    ...{ title, byline, published, updated, publisher, language },
    ...Object.fromEntries(taken.map((field) => [field, now[field]])),
    provenance: {
      ...newest.provenance,
      ...Object.fromEntries(taken.map((field) => [field, now.provenance[field] ?? null])),
    },
  }
}

const isNothing = (value: string | string[] | null) => value === null || value.length === 0
const isUnreadable = (field: Field, value: string | string[] | null) =>
  typeof value === 'string' && whyNotField(field, value) !== null

/** Null where another revision was kept since the newest was read. */
async function keep(
  member: Member,
  newest: Newest,
  { file, ...next }: Next & { file: { name: string; bytes: Buffer } | null },
): Promise<Revised | null> {
  const { articleId } = newest
  const head = { id: newId(), articleId, deskId: member.deskId, number: newest.number + 1, hash: next.hash }
  // Others may be before it with the worker: nobody who deletes or writes to the article waits for that.
  const places = await readPlaces(db(), { ...head, text: next.text, language: next.language })
  const isWhole = await db().transaction(async (tx) => {
    await holdArticle(tx, member, articleId)
    await revisionsTurn(tx, articleId)
    if ((await readNewest(member, articleId, tx)).number !== newest.number) return null
    const fileId = file && (await addFile(member, file, tx)).fileId
    const { id, number } = head
    await tx.insert(revisions).values({ ...next, fileId, id, articleId, number, frozenBy: member.id })
    const areAll = await putPlacements(tx, { newest: head, places, by: member })
    await notify(tx, 'rows_changed', { articleId })
    return areAll
  })
  if (isWhole === null) return null
  // Somebody marked or answered something while it was placed.
  if (!isWhole) await putUnplaced(member, articleId)
  return { number: head.number, isNew: true }
}
