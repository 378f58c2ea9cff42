// What an entry seals: the record of a version, and the page that readers have of it.
import { hex } from './tree.mjs'

/** Why a record is not the one that an entry seals: a list of sentences, empty when it is. */
export function faultsOfRecord(body, record) {
  const said = parsed(record)
  if (!said) return ['its record is no JSON']
  const faults = []
  if (hex(canonical(said)) !== body.recordHash) faults.push('its record is not the one that is sealed')
  const content = body.dossier === undefined ? said.content?.claim : said.content
  if (hex(canonical(content ?? null)) !== body.contentHash)
    faults.push(`its ${body.dossier === undefined ? 'claim' : 'dossier'} is not the one that is sealed`)
  if (['claim', 'dossier', 'version'].some((name) => said[name] !== body[name]))
    faults.push('its record is that of another version')
  return faults
}

/** Why a page does not say what a record says, word by word. */
export function faultsOfPage(record, page) {
  const said = parsed(record)
  const text = textOf(page.toString('utf8'))
  const faults = []
  for (const words of wordsOf(said ?? {}))
    if (!text.includes(folded(words))) faults.push(`the page does not say: ${words}`)
  return faults
}

function parsed(bytes) {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}

/** RFC 8785: members in the order of their names, no spaces, numbers and strings as ECMAScript writes them. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)
  return `{${members.join(',')}}`
}

/** What readers must find on the page, word for word. */
function wordsOf({ kind, publicNote, content, dossier }) {
  if (dossier !== undefined) return wordsOfDossier(content)
  const { claim, scale, authors, approvedBy } = content ?? {}
  if (!claim) return []
  const label = scale?.find(({ verdict }) => verdict === claim.verdict)?.label
  const said = [claim.statement, claim.selectors.quote.exact]
  if (kind !== 'retraction') said.push(label, claim.shortAnswer, claim.notKnown, ...proseOf(claim.rationale))
  const sources = kind === 'retraction' ? [] : claim.sources.flatMap(({ title, quote }) => [title, quote])
  return [...said, ...sources, publicNote, ...authors, ...approvedBy].filter(Boolean)
}

/** Explanations stand on the page as long as the figures that they are about stand there. */
const wordsOfDossier = ({ name, articles }) => [name, ...articles.map(({ title }) => title)].filter(Boolean)

/** The texts of a ProseMirror document, mark by mark. */
const proseOf = (node) =>
  typeof node.text === 'string' ? [node.text] : (node.content ?? []).flatMap(proseOf)

function textOf(page) {
  const words = page
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([\da-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi, (_, hex, number, name) =>
      name ? named[name] : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(number)),
    )
  return folded(words)
}

const named = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const folded = (text) => text.replace(/\s+/gu, '')
