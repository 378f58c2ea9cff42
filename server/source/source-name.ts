import type { Words } from '../words'
import { nameOfSource, type Source } from './source'

type Named = Pick<Source, 'title' | 'address' | 'unlinked' | 'confidential'>

/**
 * What a source is called on a screen or a page; empty where it has no name yet. Of one that was reduced to what its
 * terms allow it says no more than they do.
 */
export function sayableName(source: Named, say: Words): string {
  const { unlinked, confidential } = source
  if (confidential) return say('source.confidentialName')
  if (!unlinked) return nameOfSource(source)
  const person = [unlinked.who.trim(), unlinked.role.trim()].filter(Boolean).join(', ')
  const title = source.title.trim()
  if (title || person) return [title, person].filter(Boolean).join(': ')
  return unlinked.terms === 'not-for-attribution' ? say('source.knownToNewsroom') : ''
}
