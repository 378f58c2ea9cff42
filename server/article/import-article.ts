import { settings } from '../env'
import type { Member } from '../member/member'
import { Refused, refuseIf } from '../refusal'
import { mostPageBytes, wholeAddress } from './article'
import { articleAt, keepDraft } from './draft/keep-draft'
import { extractInWorker } from './extract/extract-in-worker'
import { fetchArticle } from './fetch/fetch-article'
import { addFile } from './file/add-file'
import { titleOfFile } from './file/file-type'
import { importFile } from './file/import-file'

/** Either the article that is there already, or a draft whose fields the member looks at before it is frozen. */
export type Imported = { articleId: string } | { draftId: string }

/** What arrives by paste or as a file; `name` is the file's, `address` where it is said to stand. */
export type Content = { kind: 'text' | 'html'; content: string; name?: string; address?: string }

/** Fetches a page, a PDF or a Word document and drafts it; the same address on the same desk leads to the article that is there. */
export async function importAddress(member: Member, typed: string): Promise<Imported> {
  const address = wholeAddress(typed)
  if (!address) throw new Refused({ code: 'address-invalid' })
  const known = await articleAt(member, address)
  if (known) return { articleId: known }
  const page = await fetchArticle(address, { allowPrivate })
  const same = await articleAt(member, page.address)
  if (same) return { articleId: same }
  if ('bytes' in page) {
    const { fileId } = await addFile(member, page)
    return importFile(member, fileId, page.address)
  }
  const isText = page.contentType.startsWith('text/plain')
  const extraction = await extractInWorker(
    isText ? { kind: 'text', raw: page.html } : { kind: 'html', html: page.html, url: page.address },
  )
  return { draftId: await keepDraft(member, { extraction, original: page.html, address: page.address }) }
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
  const titled = extraction.title ?? titleOfFile(name)
  const draft = { extraction: { ...extraction, title: titled }, original: content, address: url }
  return { draftId: await keepDraft(member, draft) }
}

/** Text is no longer than a page, has a word, and no masses of zero or unreadable characters as binary files have. */
function whyNotText(content: string) {
  if (Buffer.byteLength(content) > mostPageBytes) return { code: 'page-too-large' } as const
  if (!/[\p{L}\p{N}]/u.test(content)) return { code: 'page-empty' } as const
  const unreadable = content.slice(0, 20_000).match(/[\0\uFFFD]/g)?.length ?? 0
  return unreadable > 20 ? ({ code: 'file-not-text' } as const) : null
}
