// What readers see of a page, and in which place of it, without building the page.

/** What stands in the main part of a page, without what is shown to nobody. */
export function mainOf(page) {
  const html = page.toString('utf8').replace(/<!--[\s\S]*?-->|<(script|style|template)\b[\s\S]*?<\/\1>/g, ' ')
  return /<main\b[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? ''
}

/** What stands inside each element of a name, or of a name and a class; none of them may hold another of its name. */
export function insideOf(html, name, className = null) {
  const found = html.matchAll(new RegExp(`<${name}\\b([^>]*)>([\\s\\S]*?)</${name}>`, 'g'))
  return [...found].flatMap(([, attributes, inside]) => {
    const classes = /\bclass="([^"]*)"/.exec(attributes)?.[1].split(' ') ?? []
    return className === null || classes.includes(className) ? [inside] : []
  })
}

/** The words of markup as somebody wrote them. */
export function textOf(html) {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([\da-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi, (_, hex, number, name) =>
      name ? named[name] : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(number)),
    )
}

const named = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** A text without its spaces, which markup may have anywhere. */
export const folded = (text) => text.replace(/\s+/gu, '')
