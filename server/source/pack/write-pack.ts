import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fetchedIn, type PackContent } from './pack-content'
import { writeWacz, zipped } from './write-wacz'

type PackFile = { path: string; bytes: Uint8Array; isPacked?: boolean }

/** What checks a pack, with Node alone. */
const verifier = [
  'verify-pack.mjs',
  'verify-record.mjs',
  'log/note.mjs',
  'sealed/record.mjs',
  'sealed/redaction.mjs',
  'log/tree.mjs',
]

/**
 * One file with everything behind a claim: its words, what is archived of its sources as it was received and for replay,
 * what seals its newest version, a list of all hashes, and a program that checks them and needs nothing of ours.
 */
export function writePack(content: PackContent, madeAt: Date): Uint8Array {
  const title = content.claim.statement || content.claim.selectors.quote.exact
  const fetched = fetchedIn(content)
  const files: PackFile[] = [
    { path: 'README.txt', bytes: Buffer.from(readme) },
    { path: 'claim.json', bytes: json(content.claim) },
    { path: 'evidence.json', bytes: json(evidenceOf(content)) },
    ...bytesOf(content),
    ...timestampsOf(content),
    ...(fetched.length > 0
      ? [{ path: 'evidence.wacz', bytes: writeWacz(fetched, { title, madeAt }), isPacked: true }]
      : []),
    ...content.published,
    ...verifier.map((name) => ({ path: `verify/${name}`, bytes: readVerifier(name) })),
  ]
  const listed = files.map(({ path, bytes }) => ({ path, size: bytes.length, sha256: hashOf(bytes) }))
  const sums = listed.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')
  const manifest = json({ format: 'proofroom-evidence-pack/1', madeAt: madeAt.toISOString(), files: listed })
  return zipped(
    [...files, { path: 'manifest.json', bytes: manifest }, { path: 'SHA256SUMS', bytes: Buffer.from(sums) }],
    madeAt,
  )
}

/** What lies in `files/`, each once, however many sources it is behind. */
function bytesOf({ kept }: PackContent): PackFile[] {
  const files = new Map(kept.flatMap(({ sha256, bytes }) => (bytes ? [[sha256, bytes] as const] : [])))
  return [...files].map(([sha256, bytes]) => ({ path: `files/${sha256}`, bytes }))
}

/** What an authority signed, each under the id of the snapshot it is about. */
function timestampsOf({ kept }: PackContent): PackFile[] {
  return kept.flatMap(({ id, stamps }) =>
    stamps?.timestamp ? [{ path: timestampPath(id), bytes: stamps.timestamp.token }] : [],
  )
}
const timestampPath = (id: string) => `timestamps/${id}.tsr`

function stampsOf({ id, stamps }: Pick<PackContent['kept'][number], 'id' | 'stamps'>) {
  const { timestamp = null, copy = null } = stamps ?? {}
  return {
    timestamp: timestamp && { at: timestamp.at.toISOString(), file: timestampPath(id) },
    copyElsewhere: copy && { at: copy.at.toISOString(), address: copy.address },
  }
}

function evidenceOf({ claim, kept }: PackContent) {
  return claim.sources.map((source, at) => ({
    number: at + 1,
    ...source,
    snapshots: kept
      .filter(({ sourceId }) => sourceId === source.id)
      .map(({ kind, address, finalAddress, status, redirects, requestHeaders, responseHeaders, ...own }) => ({
        ...{ kind, address, finalAddress, status, redirects, requestHeaders, responseHeaders },
        ...{ fileName: own.fileName, mediaType: own.mediaType, size: own.size, sha256: own.sha256 },
        ...{
          takenAt: own.takenAt.toISOString(),
          file: own.bytes ? `files/${own.sha256}` : null,
          leftOut: own.why,
        },
        ...stampsOf(own),
      })),
  }))
}

const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const readVerifier = (name: string) =>
  readFileSync(join(/* turbopackIgnore: true */ process.cwd(), 'server', 'command', 'verify', name))

const readme = `Evidence pack of one claim, made by Proofroom.

claim.json      the claim as it was checked when this file was made
evidence.json   its sources, and what was archived behind each of them: when, from where, with which headers and hash
files/          the archived bytes as they were received, each under its SHA-256
evidence.wacz   the archived pages for replay, as in ReplayWeb.page (WACZ 1.1.1; inside is a WARC 1.1)
timestamps/     answers of a timestamp authority (RFC 3161) about those hashes, where one was asked; with its certificate:
                openssl ts -verify -digest SHA256 -in timestamps/ID.tsr -CAfile certificate.pem
published/      the newest published version: what the public log seals, the proof that it does, and the key of the log
manifest.json   every file with its size and SHA-256; SHA256SUMS the same for sha256sum -c
verify/         checks all of this with Node 20 or newer and nothing else:

  node verify/verify-pack.mjs            what does not hold is named, and the exit code is 1
  node verify/verify-pack.mjs --key KEY  the same with the log's key as you know it from elsewhere

Whoever can change all files can change the manifest with them. What they cannot change is published/: the hashes of the
evidence stand in the record that the log seals, and the log is signed and public.
`
