import { and, eq, inArray, like, or, sql } from 'drizzle-orm'
import type { Transaction } from '../../../db/client'
import { joinedNames, pages, publishedNames } from '../../../db/schema'
import { type NameKind, nameKinds } from '../../../db/vocabulary'
import { notify } from '../../channel/notify'
import { changeSpellings } from '../named/change-spellings'
import { namedPath, namesIn, pathsOfName, topicFeed } from '../named/named'
import { readNamedList } from '../named/read-named'
import { type NamedList, namedPage } from '../pages/lists/named-page'
import type { PublicVersion } from '../publication'
import { readVersions } from '../read-published'
import { storeHtml } from '../stored/store-pages'
import type { OfClaim } from './own/render-claim'
import { readListTemplate, type Template } from './read-template'
import { renderFeed } from './render-feed'

type Place = { kind: NameKind; slug: string }

/** Where claims are or were listed, and whether there are other names to list than before. */
type ListedUnder = { places: Place[]; hasOtherNames: boolean }

/** Lists claims under the names in their newest versions; the pages of those are made after it. */
export async function listNames(tx: Transaction, claims: OfClaim[]): Promise<ListedUnder> {
  const deskOf = new Map(claims.map(({ number, deskId }) => [number, deskId]))
  const listed: ListedUnder = { places: [], hasOtherNames: false }
  for (const [number, [newest]] of await readVersions(tx, [...deskOf.keys()])) {
    const deskId = deskOf.get(number)
    if (!newest || !deskId) continue
    const { places, hasOtherNames } = await listNamesOf(tx, newest, deskId)
    listed.places.push(...places)
    listed.hasOtherNames ||= hasOtherNames
  }
  return listed
}

async function listNamesOf(tx: Transaction, newest: PublicVersion, deskId: string): Promise<ListedUnder> {
  const { number } = newest
  const isIts = eq(publishedNames.number, number)
  const before = await tx.delete(publishedNames).where(isIts).returning()
  const names = namesIn(newest.content)
  if (names.length)
    await tx
      .insert(publishedNames)
      .values(names.map((named) => ({ ...named, number, deskId, slug: joinedSlug(deskId, named) })))
  const isOnlyOne = sql`not exists (select from ${publishedNames} other where other.kind = ${publishedNames.kind}
    and other.slug = ${publishedNames.slug} and other.number <> ${number})`
  const after = await tx
    .select({ kind: publishedNames.kind, slug: publishedNames.slug, isNew: sql<boolean>`${isOnlyOne}` })
    .from(publishedNames)
    .where(isIts)
  const left = before.filter(({ slug }) => after.every((one) => one.slug !== slug))
  return { places: [...before, ...after], hasOtherNames: left.length > 0 || after.some(({ isNew }) => isNew) }
}

/** Where a spelling is listed on a desk. */
function joinedSlug(deskId: string, { kind, spelling }: { kind: NameKind; spelling: string }) {
  const { deskId: desk, kind: joined, spelling: from, slug } = joinedNames
  return sql<string>`coalesce((select ${slug} from ${joinedNames}
    where ${desk} = ${deskId} and ${joined} = ${kind} and ${from} = ${spelling}), ${spelling})`
}

/** Lists claims where their desks have joined names since, or taken them apart, and makes again what looks otherwise today. */
export async function renderStaleNames(tx: Transaction): Promise<void> {
  const template = await readListTemplate(tx)
  const respelled = await changeSpellings(tx)
  const moved = await tx.execute<Place & { from: string }>(sql`
    update published_names named set slug = wanted.slug
    from (select n.number, n.kind, n.slug as was, coalesce(j.slug, n.spelling) as slug from published_names n
      left join joined_names j on j.desk_id = n.desk_id and j.kind = n.kind and j.spelling = n.spelling) wanted
    where named.number = wanted.number and named.kind = wanted.kind and named.slug <> wanted.slug
    returning named.kind, named.slug, wanted.was as "from"`)
  const made = await tx
    .select({ path: pages.path })
    .from(pages)
    .where(
      and(
        or(...nameKinds.map((kind) => like(pages.path, `/${kind}s/%`))),
        eq(pages.template, template.template),
      ),
    )
  const isMade = new Set(made.map(({ path }) => path))
  const listed = await tx
    .selectDistinct({ kind: publishedNames.kind, slug: publishedNames.slug })
    .from(publishedNames)
  const stale = listed.filter(({ kind, slug }) => !isMade.has(namedPath(kind, slug)))
  const left = moved.rows.map(({ kind, from }) => ({ kind, slug: from }))
  await renderPlaces(tx, [...moved.rows, ...left, ...stale], template)
  for (const { kind, from, to } of respelled)
    if (!(await readNamedList(tx, kind, from))) await leadOn(tx, kind, { from, to }, template)
}

/** Makes the pages of some names. */
export async function renderPlaces(tx: Transaction, places: Place[], made?: Template): Promise<void> {
  const once = new Map(places.map(({ kind, slug }) => [namedPath(kind, slug), { kind, slug }]))
  if (!once.size) return
  const template = made ?? (await readListTemplate(tx))
  for (const [path, place] of once) await renderPlace(tx, { path, ...place }, template)
}

async function renderPlace(
  tx: Transaction,
  { path, kind, slug }: Place & { path: string },
  template: Template,
) {
  const list = await readNamedList(tx, kind, slug)
  if (list) {
    await storeHtml(tx, [{ path, canonical: path, content: namedPage(list, template.edition) }], template)
    return kind === 'topic' ? renderTopicFeed(tx, list, template) : undefined
  }
  const [joined] = await tx
    .select({ slug: joinedNames.slug })
    .from(joinedNames)
    .where(and(eq(joinedNames.kind, kind), eq(joinedNames.spelling, slug)))
    .limit(1)
  if (joined) return leadOn(tx, kind, { from: slug, to: joined.slug }, template)
  const old = pathsOfName(kind, slug)
  await tx.delete(pages).where(inArray(pages.path, old))
  await notify(tx, 'pages_changed', { paths: old })
}

/** Leads those on who have an old address. */
function leadOn(
  tx: Transaction,
  kind: NameKind,
  { from, to }: { from: string; to: string },
  template: Template,
) {
  const led = pathsOfName(kind, to)
  const leading = pathsOfName(kind, from).map((path, place) => ({ path, canonical: led[place] ?? path }))
  return storeHtml(
    tx,
    leading.map((one) => ({ ...one, content: '' })),
    template,
  )
}

async function renderTopicFeed(tx: Transaction, { slug, name }: NamedList, { edition }: Template) {
  const title = `${edition.say('named.topic.title', { name })} – ${edition.desk.name}`
  const feed = { name: topicFeed(slug), page: namedPath('topic', slug), title }
  await renderFeed(tx, { ...feed, followed: { about: 'topic', slug } }, edition)
}
