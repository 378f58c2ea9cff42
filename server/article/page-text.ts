import { type Block, type Extraction, extractionOf, type Found } from './extract/extraction'
import { removeJunk } from './extract/page/body/block-filter'
import { isStandfirst, leadOf } from './extract/page/body/lead'
import { blocksIn, type PageBlock } from './extract/page/body/page-blocks'
import { readableBlocks } from './extract/page/body/readable-blocks'
import { withoutSiteText } from './extract/page/body/site-text'
import { isFragment, parsePage } from './extract/page/parse-page'
import { languageOfText } from './extract/page/stated/page-language'
import { pageMetadata } from './extract/page/stated/page-metadata'
import type { PageDocument } from './extract/page/tree/page-document'
import { normaliseText } from './frozen-text'

/**
 * Reads the article out of a web page, or out of a pasted piece of one (then the address may be empty).
 * What the page does not state stays null; a page with nothing to read gives no blocks.
 */
export function extract(html: string, url: string): Extraction {
  const document = parsePage(html)
  const { article, ...fields } = pageMetadata(document, url)
  const base = baseOf(document, url)
  const title = fields.title?.value ?? ''
  const { standfirst, blocks: found } = isFragment(html)
    ? { standfirst: null, blocks: pastedBlocks(document, base) }
    : articleIn(document, base, title)
  const body = withoutSiteText(found, title)
  const blocks = insteadOf(body, article?.body ?? null).map(plainBlock)
  const language = languageOf(fields.language, blocks.map((block) => block.text).join('\n'))
  return extractionOf(
    { ...fields, standfirst: standfirstOf(standfirst, fields.standfirst), language },
    blocks.some((block) => block.text !== '') ? blocks : [],
  )
}

// What stands on the page is the article's; a description for search engines is the next best.
function standfirstOf(block: PageBlock | null, described: Found<string> | null): Found<string> | null {
  return block ? { value: block.text, from: 'page' } : described
}

// Many sites leave their software's default language in place; words that say otherwise are believed.
function languageOf(stated: Found<string> | null, text: string): Found<string> | null {
  const read = languageOfText(text)
  const agrees =
    stated && (!read || relatives[read.value]?.test(stated.value) || stated.value.startsWith(read.value))
  return agrees ? stated : read
}

// Close kin, and the name that stands for both forms of Norwegian.
const relatives: Record<string, RegExp> = {
  nb: /^(?:no|nn|da)/,
  da: /^(?:no|nb|nn)/,
  id: /^ms/,
  pt: /^gl/,
  ru: /^(?:be|bg|uk)/,
  uk: /^ru/,
}

function baseOf(document: PageDocument, url: string): string {
  const stated = document.querySelector('base[href]')?.getAttribute('href')
  try {
    return new URL(stated ?? '', url).href
  } catch {
    return url
  }
}

function articleIn(document: PageDocument, base: string, title: string) {
  removeJunk(document)
  const all = blocksIn(document.body, base)
  const body = readableBlocks(document, all, base)
  const lead = leadOf(all, body, title)
  const standfirst = lead.standfirst ?? body.slice(0, 5).find(isStandfirst) ?? null
  return { standfirst, blocks: [...lead.paragraphs, ...body.filter((block) => block !== standfirst)] }
}

function pastedBlocks(document: PageDocument, base: string): PageBlock[] {
  removeJunk(document)
  return blocksIn(document.body, base)
}

// Pages that load their text by script often carry it whole in JSON-LD.
function insteadOf(blocks: PageBlock[], articleBody: string | null): Block[] {
  const read = blocks.reduce((sum, block) => sum + block.text.length, 0)
  if (!articleBody || articleBody.length < 400 || read > articleBody.length * 0.4) return blocks
  const plain = articleBody.replace(/<(?:br|\/p|\/div|\/h\d)[^>]*>/gi, '\n').replace(/<[^>]+>/g, '')
  return plain
    .split(/\n+/)
    .map((text): Block => ({ kind: 'paragraph', text: normaliseText(text) }))
    .filter((block) => block.text !== '')
}

function plainBlock(block: Block): Block {
  const { kind, text, rows, address } = block
  return { kind, text, ...(rows ? { rows } : {}), ...(address ? { address } : {}) }
}
