import type { PageElement } from './page-tree'

/** Whether an element is what a selector names. */
export type Matcher = (element: PageElement) => boolean

const matchers = new Map<string, Matcher>()

/**
 * What a selector of tags, `[name]`, `[name="value"]`, `[name~="value"]`, `[name*="value"]`, descendants and commas
 * matches. Made once for each selector; any other kind throws.
 */
export function matcherOf(selector: string): Matcher {
  const known = matchers.get(selector)
  if (known) return known
  const made = anyOf(selector.split(/\s*,\s*/))
  matchers.set(selector, made)
  return made
}

// A list of mere tags, as most are, is one look at a set.
function anyOf(selectors: string[]): Matcher {
  const isTag = (one: string) => /^[\w-]+$/.test(one)
  const tags = new Set(selectors.filter(isTag).map((tag) => tag.toLowerCase()))
  const others = selectors.filter((one) => !isTag(one) && one !== '*').map(descendant)
  if (selectors.includes('*')) return () => true
  return (element) => tags.has(element.localName) || others.some((matches) => matches(element))
}

function descendant(selector: string): Matcher {
  const [own, ...around] = selector
    .split(/\s+(?![^[]*\])/)
    .map(compound)
    .toReversed()
  return (element) => {
    if (!own?.(element)) return false
    let outer = element.parentNode
    for (const matches of around) {
      while (outer && !matches(outer)) outer = outer.parentNode
      if (!outer) return false
      outer = outer.parentNode
    }
    return true
  }
}

function compound(selector: string): Matcher {
  const [, tag, stated] = /^([\w-]*)((?:\[[^\]]+\])*)$/.exec(selector) ?? []
  if (tag === undefined || stated === undefined)
    throw new Error(`No selector that is known here: ${selector}`)
  const conditions = [...stated.matchAll(/\[([\w-]+)(?:([~*]?)="([^"]*)")?\]/g)].map(condition)
  return (element) =>
    (tag === '' || element.localName === tag) && conditions.every((matches) => matches(element))
}

function condition([, name = '', operator, wanted]: RegExpExecArray): Matcher {
  if (wanted === undefined) return (element) => element.hasAttribute(name)
  return (element) => {
    const stated = element.getAttribute(name)
    if (stated === null) return false
    if (operator === '*') return stated.includes(wanted)
    return operator === '~' ? stated.split(/\s+/).includes(wanted) : stated === wanted
  }
}
