import { getDocumentProxy } from 'unpdf'
import { normaliseText } from '../../../frozen-text'
import type { Block, Extraction } from '../../extraction'
import type { IsOneWord } from '../../join-words'
import { FileRefused } from '../file-refused'
import { statedInText } from '../stated-in-text'
import { blocksFrom } from './pdf-blocks'
import { type Glyphs, type Line, linesOf, type Sheet } from './pdf-lines'
import { withoutRunning } from './running-lines'

/** What parts the pages in the text that is shown beside a PDF. */
export const pageBreak = '\f'

type PdfRead = { extraction: Extraction; shown: string }
type Document = Awaited<ReturnType<typeof getDocumentProxy>>

/**
 * Reads a PDF: its lines joined to headings, paragraphs and list items; and its text as it stands, page by page.
 * `isEnglish` says which halves of words are one where the text is in English.
 */
export async function extractPdf(bytes: Uint8Array, isEnglish: IsOneWord): Promise<PdfRead> {
  const document = await opened(bytes)
  const lines: Line[] = []
  const shown: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const found = linesOf(await sheetOf(document, number), number)
    lines.push(...found)
    shown.push(found.map(({ text }) => text).join('\n'))
  }
  const title = await statedTitle(document)
  await document.destroy()
  if (!lines.some(({ text }) => /[\p{L}\p{N}]{2}/u.test(text)))
    throw new FileRefused({ code: 'file-scanned' })
  const found = blocksFrom(withoutRunning(lines, document.numPages), isEnglish)
  return { extraction: extractionFrom(found, title), shown: shown.join(pageBreak) }
}

/** A PDF's blocks, its largest heading on the first page as the title. */
function extractionFrom(found: ReturnType<typeof blocksFrom>, stated: string | null): Extraction {
  const heads = found.filter((block) => block.kind === 'heading' && block.page === 1)
  const largest = heads.toSorted((one, other) => other.size - one.size)[0]
  const blocks = found
    .filter((block) => block !== largest)
    .map(({ kind, text }): Block => ({ kind, text: normaliseText(text) }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  const title = largest ? normaliseText(largest.text) : stated
  return statedInText({ title: title ? { value: title, from: largest ? 'page' : 'meta' } : null }, blocks)
}

async function opened(bytes: Uint8Array): Promise<Document> {
  try {
    return await getDocumentProxy(bytes, {
      verbosity: 0,
      isEvalSupported: false,
      stopAtErrors: false,
      disableFontFace: true,
    })
  } catch (fault) {
    const isLocked = fault instanceof Error && fault.name === 'PasswordException'
    throw new FileRefused({ code: isLocked ? 'file-locked' : 'file-damaged' })
  }
}

async function sheetOf(document: Document, number: number): Promise<Sheet> {
  try {
    const page = await document.getPage(number)
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view
    const { items } = await page.getTextContent()
    page.cleanup()
    const glyphs = items.flatMap((item): Glyphs[] => {
      if (!('str' in item)) return []
      const [, , c = 0, d = 0, x = 0, y = 0] = item.transform.map(Number)
      const size = Math.hypot(c, d)
      const isRtl = item.dir === 'rtl'
      return [{ text: item.str, x: x - left, y: y - bottom, width: item.width, size, isRtl }]
    })
    return { width: right - left, height: top - bottom, glyphs }
  } catch {
    // A page that cannot be drawn stands in many a PDF that programs open; the others are read.
    return { width: 1, height: 1, glyphs: [] }
  }
}

// Programs that write PDFs put the name of the file here, or their own.
async function statedTitle(document: Document): Promise<string | null> {
  const { info } = await document.getMetadata()
  const title = 'Title' in info && typeof info.Title === 'string' ? normaliseText(info.Title) : ''
  const isFile =
    /\.(?:docx?|odt|indd|pdf|tex|rtf)$/i.test(title) ||
    /^(?:microsoft word|untitled|document\d*$)/i.test(title)
  return title === '' || isFile ? null : title
}
