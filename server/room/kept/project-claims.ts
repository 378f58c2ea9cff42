import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { db, type Transaction } from '../../../db/client'
import {
  articles,
  assignments,
  claimRelations,
  claims,
  clearances,
  correctionDrafts,
  deletedSources,
  desks,
  ownVerdicts,
  placements,
  propositionClaims,
  revisions,
  secondVerdicts,
  sources,
  submissions,
  suggestions,
  threads,
} from '../../../db/schema'
import { changeDueByRoom, readBefore } from '../../assignment/due/change-due-by-room'
import { type Claim, whyNotReady } from '../../claim/claim'
import { tellUnplaced } from '../../revision/passage/tell-unplaced'
import { readScale } from '../../scale/read-scale'
import { claimIds, readClaim, readSources } from '../doc/room-claims'
import { documentOf, type RoomDoc, sourceIds } from '../doc/room-doc'
import { keepPublished } from './deleted/keep-published'
import { lockProjection } from './deleted/lock-projection'
import { notDeleted, readDeletions, writeDeletedSources } from './deleted/project-deleted'
import { type DeletedParts, readDeletedParts } from './deleted/tombstone'
import { type FirstPlaces, readFirstPlaces } from './first/first-places'
import { readMoments } from './first/read-moments'
import { keepActivity } from './keep-activity'
import { readStored } from './read-room'
import { rowOf, rowOfSource } from './storable'

/** Claims as they are at a sequence of the room, ids under which no claim can be read, and what was deleted or begun. */
export type Reading = {
  claims: Claim[]
  gone: string[]
  deleted: DeletedParts
  firsts: FirstPlaces[]
  sequence: number
}

/** Claims written in one go: Postgres takes no statement with more than 65,535 values, and others want their turn. */
export const mostAtOnce = 200

/** Makes the rows of an article's claims and sources anew from the room's kept updates. */
export async function rebuildProjection(articleId: string): Promise<void> {
  await db().transaction(async (tx) => {
    await lockProjection(tx, articleId)
    const { doc, sequence } = await readStored(documentOf(articleId), tx)
    const known = await tx.select({ id: claims.id }).from(claims).where(eq(claims.articleId, articleId))
    const ids = [...new Set([...claimIds(doc), ...known.map(({ id }) => id)])]
    for (let at = 0; at < ids.length; at += mostAtOnce)
      await writeClaims(tx, articleId, readForTables(doc, ids.slice(at, at + mostAtOnce), sequence))
  })
}

/** Some claims of a document in plain values, ready for `writeClaims`. */
export function readForTables(doc: RoomDoc, ids: string[], sequence: number): Reading {
  const sources = sourceIds(doc)
  const evidence = readSources(doc, undefined, sources)
  const read = ids.map((id) => ({ id, claim: readClaim(doc, id, evidence) }))
  const claims = read.flatMap(({ claim }) => claim ?? [])
  return {
    claims,
    gone: read.filter(({ claim }) => claim === null).map(({ id }) => id),
    deleted: readDeletedParts(doc, claims, sources),
    firsts: readFirstPlaces(doc, claims),
    sequence,
  }
}

/** Puts claims and their sources into the tables `claims` and `sources`, which nothing else writes. */
export async function writeClaims(tx: Transaction, articleId: string, read: Reading): Promise<void> {
  await lockProjection(tx, articleId)
  const reading = await keepPublished(tx, read)
  const ids = [...reading.claims.map(({ id }) => id), ...reading.gone]
  const mine = tx.select({ id: claims.id }).from(claims).where(eq(claims.articleId, articleId))
  for (const parts of [sources, deletedSources])
    await tx.delete(parts).where(and(inArray(parts.claimId, ids), inArray(parts.claimId, mine)))
  await retire(tx, articleId, reading.gone)
  await keepActivity(tx, articleId, reading.sequence)
  if (reading.claims.length === 0) return
  const before = await readBefore(tx, articleId, ids)
  const { deskId, written, isOfEarlier } = await writeRows(tx, articleId, reading)
  if (isOfEarlier) await tellUnplaced(tx, articleId, ids)
  await writeSources(tx, articleId, reading.claims)
  await writeDeletedSources(tx, articleId, reading.deleted)
  await changeDueByRoom(tx, { articleId, deskId, sequence: reading.sequence, before }, written)
}

/**
 * Claims that the room no longer shows. One that was ever submitted, talked about or assigned keeps its row, as deleted:
 * without it, another article's room could take the id and with it the published claim, or the talk.
 */
async function retire(tx: Transaction, articleId: string, gone: string[]): Promise<void> {
  const here = and(inArray(claims.id, gone), eq(claims.articleId, articleId))
  const isKnown = or(
    ...[
      submissions,
      threads,
      suggestions,
      assignments,
      ownVerdicts,
      secondVerdicts,
      clearances,
      placements,
      claimRelations,
      propositionClaims,
      correctionDrafts,
    ].map((table) => sql`exists (select from ${table} r where r.claim_id = ${claims.id})`),
  )
  // Whoever is talked about from now on keeps its row by the key of the talk.
  await tx.delete(claims).where(and(here, sql`not (${isKnown})`))
  await tx
    .update(claims)
    .set({ isDeleted: true, notReady: 'claim-deleted', ...notDeleted })
    .where(and(here, isKnown))
}

async function writeRows(tx: Transaction, articleId: string, reading: Reading) {
  const { claims: read, deleted, firsts, sequence } = reading
  const moments = await readMoments(tx, documentOf(articleId), firsts)
  const conditions = await conditionsOf(tx, articleId, read)
  const deletions = await readDeletions(tx, articleId, deleted)
  const rows = read.map((claim) => ({
    ...rowOf(claim),
    ...(deletions.get(claim.id) ?? notDeleted),
    ...moments.get(claim.id),
    articleId,
    deskId: conditions.deskId,
    notReady: whyNotReady(claim, conditions.of(claim))?.code ?? null,
    sequence,
  }))
  const written = await tx
    .insert(claims)
    .values(rows)
    .onConflictDoUpdate({
      target: claims.id,
      set: excluded(Object.keys(rows[0] ?? {}).filter((column) => column !== 'id')),
      // An id that another article has already is somebody's invention; a newer reading stays.
      setWhere: sql`${claims.articleId} = excluded.article_id and ${claims.sequence} <= excluded.sequence`,
    })
    .returning({ id: claims.id, hash: claims.hash, notReady: claims.notReady })
  return { deskId: conditions.deskId, written, isOfEarlier: conditions.isOfEarlier }
}

async function writeSources(tx: Transaction, articleId: string, read: Claim[]) {
  const mine = tx.select({ id: claims.id }).from(claims).where(eq(claims.articleId, articleId))
  const here = new Set((await mine).map(({ id }) => id))
  const rows = read
    .filter(({ id }) => here.has(id))
    .flatMap((claim) => claim.sources.map((source, index) => rowOfSource(source, index + 1)))
  if (rows.length === 0) return
  await tx
    .insert(sources)
    .values(rows)
    .onConflictDoUpdate({
      target: sources.id,
      set: excluded(Object.keys(rows[0] ?? {}).filter((column) => column !== 'id')),
      setWhere: inArray(sources.claimId, mine),
    })
}

/** `set` of an upsert that takes every column from the row that could not be inserted. */
function excluded(columns: string[]) {
  const inSql = (column: string) => column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return Object.fromEntries(columns.map((column) => [column, sql.raw(`excluded.${inSql(column)}`)]))
}

const isNewest = sql<boolean>`not exists (select from ${revisions} r
  where r.article_id = ${revisions.articleId} and r.number > ${revisions.number})`

/** What readiness depends on besides the claims themselves. */
async function conditionsOf(tx: Transaction, articleId: string, read: Claim[]) {
  const [desk] = await tx
    .select({ id: desks.id, sourcesNeeded: desks.sourcesNeeded })
    .from(articles)
    .innerJoin(desks, eq(desks.id, articles.deskId))
    .where(eq(articles.id, articleId))
  if (!desk) throw new Error(`there is no article ${articleId}`)
  const depends = { sourcesNeeded: desk.sourcesNeeded, scale: (await readScale(desk.id, tx)).entries }
  const named = read.map((claim) => claim.revision)
  const texts = await tx
    .select({ hash: revisions.hash, text: revisions.text, isNewest })
    .from(revisions)
    .where(and(eq(revisions.articleId, articleId), inArray(revisions.hash, named)))
  const textOf = new Map(texts.map(({ hash, text }) => [hash, text]))
  return {
    deskId: desk.id,
    isOfEarlier: texts.some((text) => !text.isNewest),
    // In a text that is not there, no quote stands.
    of: ({ revision }: Claim) => ({ ...depends, text: textOf.get(revision) ?? '' }),
  }
}
