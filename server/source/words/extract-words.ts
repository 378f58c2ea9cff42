import { mostPageBytes, withStandfirst } from '../../article/article'
import { extractFileInWorker, extractInWorker } from '../../article/extract/extract-in-worker'
import type { Extraction } from '../../article/extract/extraction'
import { decodePage } from '../../article/fetch/page-charset'
import { type FileType, typeOfFile } from '../../article/file/file-type'
import { frozenText } from '../../article/frozen-text'
import { Refused } from '../../refusal'
import { wordType } from '../snapshot/media-type'
import { mostTextLetters } from '../snapshot/snapshot'
import type { Said } from '../watch/link-state'
import { wordsInWorker } from './compare-in-worker'

/** The words of what was archived; none where it is no page, document or text, or one that is too heavy or damaged to be read. */
export async function extractWords(bytes: Uint8Array, mediaType: string, contentType: string): Promise<Said> {
  if (mediaType === 'application/pdf') return { text: await fileIn(bytes, 'pdf'), wholeText: '' }
  if (mediaType === wordType) return { text: await fileIn(bytes, 'docx'), wholeText: '' }
  const isText = /^(?:text\/|application\/(?:[\w.]+\+)?(?:json|xml)$)/.test(mediaType)
  if (!isText || bytes.length > mostPageBytes) return { text: '', wholeText: '' }
  const decoded = decodePage(bytes, contentType).replaceAll('\0', '').toWellFormed()
  if (mediaType === 'text/html')
    return { text: await articleIn(decoded), wholeText: await wordsInWorker(decoded) }
  const type = typeOfFile(bytes)
  // Their lines are cut by times and codes: whole as they came, too, as something else may be quoted.
  const isCut = type === 'mail' || type === 'captions'
  const text = isCut ? await fileIn(bytes, type) : ''
  return { text, wholeText: decoded.slice(0, mostTextLetters).toWellFormed() }
}

const articleIn = (html: string) =>
  wordsIn(async () => withStandfirst(await extractInWorker({ kind: 'html', html, url: 'about:blank' })))

const fileIn = (bytes: Uint8Array, type: FileType) =>
  wordsIn(async () => (await extractFileInWorker({ kind: 'file', type, bytes })).extraction)

async function wordsIn(extracted: () => Promise<Extraction>): Promise<string> {
  try {
    const { title, blocks } = await extracted()
    return frozenText([...(title ? [{ text: title }] : []), ...blocks])
      .slice(0, mostTextLetters)
      .toWellFormed()
  } catch (error) {
    // The bytes are kept, and of a page all its words: what no article can be read out of is evidence all the same.
    if (error instanceof Refused) return ''
    throw error
  }
}
