import { type Unzipped, unzipSync, zipSync } from 'fflate'
import mammoth from 'mammoth'
import { normaliseText } from '../../frozen-text'
import type { Block, Extraction } from '../extraction'
import { blocksIn, type PageBlock } from '../page/body/page-blocks'
import { parsePage } from '../page/parse-page'
import { FileRefused } from './file-refused'
import { statedInText } from './stated-in-text'

/** Most bytes of a document's words when they are unpacked: a few thousand pages. What is more is a trap. */
const mostUnpacked = 60_000_000

/** The parts that say something: no pictures, no fonts, nothing that was embedded. */
const spoken =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:_rels\/)?[\w.-]+\.(?:xml|rels))$/

const styles = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='caption'] => figcaption:fresh",
]

/** Reads a Word document: every paragraph of it, with headings, list items, quotes and tables as they are; and as HTML. */
export async function extractWord(bytes: Uint8Array): Promise<{ extraction: Extraction; shown: string }> {
  const parts = unpack(bytes)
  const html = await htmlOf(parts)
  const { body } = parsePage(`<!doctype html><html><head></head><body>${html}</body></html>`)
  const found = blocksIn(body, '')
  const titled = found.find(({ element }) => element.className === 'title')
  const first = titled ?? (found[0]?.kind === 'heading' ? found[0] : null)
  const properties = propertiesIn(parts)
  const title = first?.text ?? properties.title
  const blocks = found.filter((block) => block !== first).map(plain)
  if (blocks.length === 0) throw new FileRefused({ code: 'article-empty' })
  const extraction = statedInText(
    {
      title: title ? { value: title, from: first ? 'page' : 'meta' } : null,
      byline: properties.author ? { value: [properties.author], from: 'meta' } : null,
    },
    blocks,
  )
  return { extraction, shown: html }
}

// What a size in an archive says may be a lie; it is never more than that which is made room for.
function unpack(bytes: Uint8Array): Unzipped {
  let size = 0
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!spoken.test(name)) return false
        size += originalSize
        if (size > mostUnpacked) throw new FileRefused({ code: 'page-too-heavy' })
        return true
      },
    })
  } catch (fault) {
    if (fault instanceof FileRefused) throw fault
    throw new FileRefused({ code: 'file-damaged' })
  }
}

async function htmlOf(parts: Unzipped): Promise<string> {
  if (!parts['word/document.xml']) throw new FileRefused({ code: 'file-damaged' })
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(zipSync(parts, { level: 0 })) },
      { styleMap: styles, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    )
    return value
  } catch (fault) {
    if (fault instanceof RangeError) throw fault
    throw new FileRefused({ code: 'file-damaged' })
  }
}

function propertiesIn(parts: Unzipped): { title: string | null; author: string | null } {
  const core = parts['docProps/core.xml']
  const text = core ? new TextDecoder().decode(core) : ''
  return { title: propertyIn(text, 'dc:title'), author: propertyIn(text, 'dc:creator') }
}

function propertyIn(xml: string, name: string): string | null {
  const value = new RegExp(`<${name}[^>]*>([^<]*)</${name}>`).exec(xml)?.[1] ?? ''
  return normaliseText(parsePage(`<body>${value}</body>`).body.textContent ?? '') || null
}

function plain({ kind, text, rows }: PageBlock): Block {
  return { kind, text, ...(rows && { rows }) }
}
