/** A rule of a style sheet: its selectors, each with the classes it asks for, or what is inside of an `@media` and the like. */
type Rule = { selectors: Selector[]; inside: string } | { start: string; rules: Rule[] }
type Selector = { text: string; classes: string[] }

/** A style sheet as its rules; comments are taken out before, and no rule is nested but in `@media` and `@supports`. */
export function rulesOf(css: string): Rule[] {
  const rules: Rule[] = []
  for (let from = 0; ; ) {
    const open = css.indexOf('{', from)
    if (open < 0) return rules
    const end = endOf(css, open)
    rules.push(ruleOf(css.slice(from, open).trim(), css.slice(open + 1, end).trim()))
    from = end + 1
  }
}

/** Of rules those that something in a document may be drawn by, judged by the classes it has: in their order, as CSS. */
export function usedRules(rules: Rule[], html: string): string {
  const names = [...html.matchAll(/\bclass="([^"]*)"/g)].flatMap(([, list = '']) => list.split(/\s+/))
  return used(rules, new Set(names))
}

function used(rules: Rule[], classes: Set<string>): string {
  const kept = rules.map((rule) => {
    if ('rules' in rule) {
      const inside = used(rule.rules, classes)
      return inside && `${rule.start}{${inside}}`
    }
    const wanted = rule.selectors.filter((selector) => selector.classes.every((name) => classes.has(name)))
    return wanted.length ? `${wanted.map(({ text }) => text).join(',')}{${rule.inside}}` : ''
  })
  return kept.join('')
}

function ruleOf(start: string, inside: string): Rule {
  if (/^@(media|supports)\b/.test(start)) return { start, rules: rulesOf(inside) }
  if (start.startsWith('@')) return { selectors: [{ text: start, classes: [] }], inside }
  // A comma between brackets is inside of one selector.
  return { selectors: start.split(/,(?![^(]*\))/).map((one) => selectorOf(one.trim())), inside }
}

function selectorOf(text: string): Selector {
  // What stands in brackets may as well be what is not there.
  const outside = text.replace(/\([^)]*\)|"[^"]*"/g, '')
  return { text, classes: [...outside.matchAll(/\.([a-z_][\w-]*)/gi)].map(([, name = '']) => name) }
}

/** Where the brace that opens there is closed; no text of ours has a brace in it. */
function endOf(css: string, open: number): number {
  let depth = 0
  for (let at = open; at < css.length; at++) {
    if (css[at] === '{') depth++
    if (css[at] === '}' && --depth === 0) return at
  }
  throw new Error('a brace of the style sheet is not closed')
}
