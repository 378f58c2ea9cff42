import { mostPageBytes, withStandfirst } from '../../article/article'
import { extractInWorker } from '../../article/extract/extract-in-worker'
import { decodePage } from '../../article/fetch/page-charset'
import { frozenText } from '../../article/frozen-text'
import { Refused } from '../../refusal'
import { mostTextLetters } from '../snapshot/snapshot'
import type { Said } from '../watch/link-state'
import { wordsOfPage } from './page-words'

/** The words of what was archived; none where it is no page and no text, or one that is too heavy to be read. */
export async function extractWords(bytes: Uint8Array, mediaType: string, contentType: string): Promise<Said> {
  const isText = /^(?:text\/|application\/(?:[\w.]+\+)?(?:json|xml)$)/.test(mediaType)
  if (!isText || bytes.length > mostPageBytes) return { text: '', wholeText: '' }
  const decoded = decodePage(bytes, contentType).replaceAll('\0', '').toWellFormed()
  if (mediaType !== 'text/html')
    return { text: '', wholeText: decoded.slice(0, mostTextLetters).toWellFormed() }
  return { text: await articleIn(decoded), wholeText: wordsOfPage(decoded) }
}

async function articleIn(html: string): Promise<string> {
  try {
    const extraction = withStandfirst(await extractInWorker({ kind: 'html', html, url: 'about:blank' }))
    const title = extraction.title ? [{ text: extraction.title }] : []
    return frozenText([...title, ...extraction.blocks])
      .slice(0, mostTextLetters)
      .toWellFormed()
  } catch (error) {
    // All its words are kept beside it: a page that no article can be read out of is evidence all the same.
    if (error instanceof Refused) return ''
    throw error
  }
}
