// What an entry seals: the record of a version.
import { hex } from '../log/tree.mjs'

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
