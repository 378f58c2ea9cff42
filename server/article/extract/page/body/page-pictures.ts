import type { PageNode } from '../tree/page-node'
import type { PageElement } from '../tree/page-tree'
/** The pictures in a node, itself included. */
export function picturesIn(node: PageNode): PageElement[] {
  if (node.nodeType !== 1) return []
  const element = node as PageElement // nodeType 1 is an element
  return element.tagName.toLowerCase() === 'img' ? [element] : [...element.getElementsByTagName('img')]
}
/**
 * A picture's address, whole where the page's own is known; null for blank ones.
 * Pages that load pictures late keep the address in an attribute of their own and a blank one in src.
 */
export function pictureAddress(picture: PageElement, base: string): string | null {
  const stated = ['data-src', 'data-original', 'data-lazy-src', 'data-url', 'src']
    .map((name) => picture.getAttribute(name))
    .find((value) => value && !value.startsWith('data:'))
  const set = picture.getAttribute('srcset') ?? picture.getAttribute('data-srcset')
  const address = stated ?? set?.trim().split(/\s+/)[0]
  if (!address || address.startsWith('data:')) return null
  try {
    const whole = new URL(address, /^https?:/.test(base) ? base : undefined)
    return /^https?:$/.test(whole.protocol) ? whole.href : null
  } catch {
    // A pasted fragment has no base: the address stays as it was written.
    return address
  }
}
