import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import { v7 as newId } from 'uuid'
import { db } from '../../db/client'
import { articles, drafts } from '../../db/schema'
import { isForMember } from '../deleted/read-removal'
import { settings } from '../env'
import type { Member } from '../member/member'
import { Refused, refuseIf } from '../refusal'
import { addressKey, mostPageBytes, wholeAddress, withStandfirst } from './article'
import { extractInWorker } from './extract/extract-in-worker'
import type { Extraction } from './extract/extraction'
import { fetchPage } from './fetch-page'

/** Either the article that is there already, or a draft whose fields the member looks at before it is frozen. */
export type Imported = { articleId: string } | { draftId: string }

/** What arrives by paste or as a file; `name` is the file's, `address` where it is said to stand. */
export type Content = { kind: 'text' | 'html'; content: string; name?: string; address?: string }

/** Fetches a page and drafts it; the same address on the same desk leads to the article that is there. */
export async function importAddress(member: Member, typed: string): Promise<Imported> {
  const address = wholeAddress(typed)
  if (!address) throw new Refused({ code: 'address-invalid' })
  const known = await articleAt(member, address)
  if (known) return { articleId: known }
  const page = await fetchPage(address, { allowPrivate })
  const same = await articleAt(member, page.address)
  if (same) return { articleId: same }
  const isText = page.contentType.startsWith('text/plain')
  const extraction = await extractInWorker(
    isText ? { kind: 'text', raw: page.html } : { kind: 'html', html: page.html, url: page.address },
  )
  return { draftId: await keepDraft(member, extraction, page.html, page.address) }
}

/** Test servers and intranets an operator has named; every other private address is refused. */
function allowPrivate(host: string, port: number): boolean {
  return settings().importAllowPrivate.includes(`${host}:${port}`)
}

/** Drafts pasted or uploaded text or HTML. */
export async function importContent(
  member: Member,
  { kind, content, name, address }: Content,
): Promise<Imported> {
  refuseIf(whyNotText(content))
  const url = address?.trim() ? wholeAddress(address) : null
  if (address?.trim() && !url) throw new Refused({ code: 'address-invalid' })
  const known = url && (await articleAt(member, url))
  if (known) return { articleId: known }
  const extraction = await extractInWorker(
    kind === 'html' ? { kind, html: content, url: url ?? 'about:blank' } : { kind, raw: content },
  )
  const titled = extraction.title ?? name?.replace(/\.(?:txt|html?|xhtml)$/i, '') ?? null
  return { draftId: await keepDraft(member, { ...extraction, title: titled }, content, url) }
}

/** Text is no longer than a page, has a word, and no masses of zero or unreadable characters as binary files have. */
function whyNotText(content: string) {
  if (Buffer.byteLength(content) > mostPageBytes) return { code: 'page-too-large' } as const
  if (!/[\p{L}\p{N}]/u.test(content)) return { code: 'page-empty' } as const
  const unreadable = content.slice(0, 20_000).match(/[\0\uFFFD]/g)?.length ?? 0
  return unreadable > 20 ? ({ code: 'file-not-text' } as const) : null
}

/** The article that a member of the desk finds under this address, if any; one that is limited to others says nothing. */
async function articleAt({ id, deskId }: Member, address: string): Promise<string | null> {
  // Beside a limited article under its address, another has no key.
  const isAt = or(
    eq(articles.addressKey, addressKey(address)),
    and(isNull(articles.addressKey), eq(articles.address, address)),
  )
  const [row] = await db()
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.deskId, deskId), isAt, isForMember(articles.id, id)))
    .orderBy(sql`${articles.addressKey} nulls last`)
    .limit(1)
  return row?.id ?? null
}

async function keepDraft(member: Member, found: Extraction, original: string, address: string | null) {
  const extraction = withStandfirst(found)
  if (!extraction.blocks.some((block) => block.text.trim())) throw new Refused({ code: 'article-empty' })
  const id = newId()
  const kept = original.replaceAll('\0', '') // Postgres keeps no zero characters in text
  await db().transaction(async (tx) => {
    // A draft nobody froze within a week is not an import; its text can be fetched or pasted again.
    await tx.delete(drafts).where(lt(drafts.createdAt, sql`now() - interval '7 days'`))
    await tx
      .insert(drafts)
      .values({ id, deskId: member.deskId, memberId: member.id, address, extraction, original: kept })
  })
  return id
}
