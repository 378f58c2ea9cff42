// Checks a newsroom's public log from outside, with Node alone: none of this is shared with what writes the log.
import { checkChain, checkEarlier, checkTiles, parsed, readLog, readText } from './log/whole-log.mjs'
import { faultsOfPage } from './pages/faults-of-page.mjs'
import { faultsOfNewest, pathOf, subjectsIn } from './pages/newest.mjs'
import { faultOfRedaction, groundOf, standingOf } from './sealed/redaction.mjs'

/**
 * Reads a whole log and all it seals. Answers `{ size, root, key, checkpoint, faults, redacted }`: each fault is
 * `{ what, where, why }`, none when everything holds; `redacted` are the versions from which words were removed under law,
 * as `{ where, entry, by, ground }`, of which the log seals what is left.
 *
 * `address` is the newsroom's; `key` the verifier key that was noted earlier, null to take the one that is handed out;
 * `seen` the checkpoints of earlier visits, which the log must go on from. What does not fit its entry is asked for again
 * `askAgain` times, after `wait`, together with the log: something may just be published.
 */
export async function verifyLog(
  address,
  { key = null, seen = [], fetchFrom = fetchNow, askAgain = 5, wait = aMoment } = {},
) {
  const faults = []
  const fault = (what, where, why) => faults.push({ what, where, why })
  const read = reader(address, fetchFrom)
  const verifier = key ?? (await readText(read, '/log/key')).trim()
  const log = await readLog(read, verifier, fault)
  const { size, root, checkpoint, entries, leaves } = log
  if (root === null) return { size, root, key: verifier, checkpoint, faults, redacted: [] }
  await checkTiles(read, leaves, fault)
  for (const earlier of seen) checkEarlier(earlier, log, verifier, fault)
  checkChain(entries, fault)
  const found = await checkSubjects(read, entries)
  for (let left = askAgain; left > 0 && suspectsIn(found).length > 0; left--) {
    await wait()
    const now = await readLog(read, verifier, fault)
    checkEarlier(checkpoint, now, verifier, fault)
    const again = await checkSubjects(read, now.entries, suspectsIn(found))
    for (const [subject, answer] of again) found.set(subject, answer)
  }
  // One of an entry alone is told once, however often it was read.
  readRemovals(entries, fault)
  for (const answer of found.values()) faults.push(...answer.faults)
  const redacted = [...found.values()].flatMap((answer) => answer.redacted)
  redacted.sort((one, other) => one.entry - other.entry)
  return { size, root, key: verifier, checkpoint, faults, redacted }
}

/** A copy that a cache keeps would be an older page. */
const fetchNow = (address) => fetch(address, { cache: 'no-store' })
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 2_000))

function reader(address, fetchFrom) {
  return async (path) => {
    const response = await fetchFrom(new URL(path, address))
    return response.ok ? Buffer.from(await response.arrayBuffer()) : null
  }
}

const suspectsIn = (found) =>
  [...found].flatMap(([subject, { faults }]) => (faults.length > 0 ? subject : []))

/** Checks what entries seal, of all addresses or of some: for each `{ faults, redacted }`. */
async function checkSubjects(read, entries, only = null) {
  const removals = readRemovals(entries, () => {})
  const found = new Map()
  for (const [address, subject] of subjectsIn(entries))
    if (only === null || only.includes(address))
      found.set(address, await checkSubject(read, { address, subject, removals }))
  return found
}

/** The entries that say words were removed from a version, by the entry that sealed it, oldest first. */
function readRemovals(entries, fault) {
  const removals = new Map()
  for (const [index, bytes] of entries.entries()) {
    const entry = parsed(bytes)
    if (entry?.kind !== 'redaction') continue
    const { redacts } = entry.body
    const why = faultOfRedaction({ index, body: entry.body }, parsed(entries[redacts] ?? Buffer.from('')))
    if (why) fault('redaction', `entry ${index}`, why)
    else removals.set(redacts, [...(removals.get(redacts) ?? []), { index, body: entry.body }])
  }
  return removals
}

/** Every version of a claim or dossier under its own address, then the page that readers get. */
async function checkSubject(read, { address, subject, removals }) {
  const faults = []
  const fault = (what, where, why) => faults.push({ what, where, why })
  const redacted = []
  let newest = null
  for (const { index, entry } of subject.sealed) {
    const where = pathOf(entry.body)
    newest = await readSealed(read, where)
    const { record, page } = newest
    if (isGone(entry, newest)) continue
    if (!record || !page) {
      fault('page', where, `of entry ${index} cannot be read`)
      continue
    }
    const { faults: others, by } = standingOf(entry, removals.get(index) ?? [], record)
    for (const why of others) fault('record', where, why)
    for (const why of faultsOfPage(record, page, { isVersion: true })) fault('page', where, why)
    if (by) redacted.push({ where, entry: index, by: by.index, ground: groundOf(by.body) })
  }
  await checkNewest(read, { address, subject, record: newest?.record ?? null }, fault)
  return { faults, redacted }
}

async function checkNewest(read, { address, subject, record }, fault) {
  const page = await read(address)
  const { entry } = subject.sealed.at(-1)
  if (isGone(entry, { record, page })) return
  if (!page) fault('page', address, 'cannot be read')
  else if (record) for (const why of faultsOfNewest(record, page, subject)) fault('page', address, why)
}

async function readSealed(read, path) {
  return { record: await read(`${path}/record.json`), page: await read(path) }
}

/** The demo can be removed whole; its entries stay. */
const isGone = ({ body }, { record, page }) => !record && !page && body.isDemo === true
