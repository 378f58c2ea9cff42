// Checks an evidence pack that was unpacked into a folder: with Node alone, and nothing but what lies in it.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { verifyRecord } from './verify-record.mjs'

/** Answers `{ faults, told }`: what does not hold, as sentences, and what was found. `key` is the log's, where it is known from elsewhere. */
export function verifyPack(folder, key = null) {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  const evidence = JSON.parse(readFileSync(join(folder, 'evidence.json'), 'utf8'))
  const published = verifyPublished(folder, key)
  return {
    faults: [...faultsOfFiles(folder, manifest), ...faultsOfEvidence(folder, evidence), ...published.faults],
    told: [`${manifest.files.length} files, made ${manifest.madeAt}`, ...published.told],
  }
}

/** Every file is the one that is listed, and none is there besides. */
function faultsOfFiles(folder, { files }) {
  const listed = new Map(files.map((file) => [file.path, file]))
  const besides = new Set(['manifest.json', 'SHA256SUMS'])
  const there = filesIn(folder).map((path) => relative(folder, path).split(sep).join('/'))
  const strange = there.filter((path) => !listed.has(path) && !besides.has(path))
  const wrong = files.flatMap(({ path, size, sha256 }) => {
    if (!there.includes(path)) return [`${path} is missing`]
    const bytes = readFileSync(join(folder, path))
    return bytes.length === size && hash(bytes) === sha256 ? [] : [`${path} is not the file that is listed`]
  })
  return [...wrong, ...strange.map((path) => `${path} is not listed`)]
}

/** Everything that is archived is there under its own hash, or says why it is not. */
function faultsOfEvidence(folder, sources) {
  return sources.flatMap(({ number, snapshots }) =>
    snapshots.flatMap(({ sha256, file, leftOut, timestamp }) => {
      const stamp = timestamp && join(folder, timestamp.file)
      if (stamp && !(existsSync(stamp) && readFileSync(stamp).includes(Buffer.from(sha256, 'hex'))))
        return [`source ${number}: the timestamp of ${sha256} is missing or of something else`]
      if (file === null) return [`source ${number}: ${sha256} is left out (${leftOut})`]
      const path = join(folder, 'files', sha256)
      if (file !== `files/${sha256}` || !existsSync(path)) return [`source ${number}: ${sha256} is missing`]
      return hash(readFileSync(path)) === sha256 ? [] : [`source ${number}: ${sha256} was altered`]
    }),
  )
}

/** The published record is in the signed log, and the evidence that it names is here. */
function verifyPublished(folder, key) {
  const at = (name) => join(folder, 'published', name)
  if (!existsSync(at('record.json')))
    return { faults: [], told: ['not published: nothing outside of this pack vouches for it'] }
  if (!existsSync(at('proof.txt')) || !(key || existsSync(at('key.txt'))))
    return { faults: ['the published record has no proof with it'], told: [] }
  const record = readFileSync(at('record.json'))
  const known = key ?? readFileSync(at('key.txt'), 'utf8').trim()
  const redaction = existsSync(at('redaction.txt')) ? readFileSync(at('redaction.txt')) : null
  const { entry, origin, faults } = verifyRecord(record, readFileSync(at('proof.txt')), known, redaction)
  const named = JSON.parse(record.toString('utf8')).content?.evidence ?? []
  const lacking = named.filter(({ sha256 }) => !existsSync(join(folder, 'files', sha256)))
  const told =
    entry && faults.length === 0
      ? [`entry ${entry.index} of the log ${origin} seals it, with ${named.length} pieces of evidence`]
      : []
  return {
    faults: [
      ...faults.map((fault) => `published: ${fault}`),
      ...lacking.map(({ sha256 }) => `published: the evidence ${sha256} that the record names is missing`),
    ],
    told,
  }
}

function filesIn(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : [path]
  })
}

const hash = (bytes) => createHash('sha256').update(bytes).digest('hex')

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  const args = process.argv.slice(2)
  const { faults, told } = verifyPack(
    join(dirname(fileURLToPath(import.meta.url)), '..'),
    args[0] === '--key' ? args[1] : null,
  )
  for (const line of [...told, ...faults]) console.error(line)
  console.log(faults.length > 0 ? 'It does not hold: see the lines above.' : 'Everything holds.')
  process.exitCode = faults.length > 0 ? 1 : 0
}
