import { type Zippable, zipSync } from 'fflate'
import { digestOf, type Placed, type Recorded, writeWarc } from './write-warc'

type File = { name: string; path: string; bytes: Uint8Array; isPacked?: boolean }

/** Fetched snapshots as one file that replay viewers open (WACZ 1.1.1): a WARC, an index into it, and its pages. */
export function writeWacz(
  recorded: Recorded[],
  { title, madeAt }: { title: string; madeAt: Date },
): Uint8Array {
  const { warc, placed } = writeWarc(recorded, madeAt)
  const files: File[] = [
    { name: 'data.warc.gz', path: 'archive/data.warc.gz', bytes: warc, isPacked: true },
    { name: 'index.cdxj', path: 'indexes/index.cdxj', bytes: Buffer.from(indexOf(placed)) },
    { name: 'pages.jsonl', path: 'pages/pages.jsonl', bytes: Buffer.from(pagesOf(placed)) },
  ]
  const [first] = placed
  const described = Buffer.from(
    JSON.stringify(
      {
        profile: 'data-package',
        wacz_version: '1.1.1',
        title,
        created: madeAt.toISOString(),
        software: 'Proofroom',
        ...(first && { mainPageUrl: first.uri, mainPageDate: first.snapshot.takenAt.toISOString() }),
        resources: files.map(({ name, path, bytes }) => ({
          name,
          path,
          hash: digestOf(bytes),
          bytes: bytes.length,
        })),
      },
      null,
      2,
    ),
  )
  const digest = Buffer.from(JSON.stringify({ path: 'datapackage.json', hash: digestOf(described) }))
  return zipped(
    [
      ...files,
      { path: 'datapackage.json', bytes: described },
      { path: 'datapackage-digest.json', bytes: digest },
    ],
    madeAt,
  )
}

/** A ZIP of files. What is packed already is stored as it is, so that viewers can read parts of it. */
export function zipped(files: Pick<File, 'path' | 'bytes' | 'isPacked'>[], madeAt: Date): Uint8Array {
  const entries: Zippable = {}
  for (const { path, bytes, isPacked } of files)
    entries[path] = [bytes, { level: isPacked ? 0 : 6, mtime: madeAt }]
  return zipSync(entries)
}

/** One line for each answer, sorted by their keys as bytes. */
function indexOf(placed: Placed[]): string {
  const lines = placed.map(({ snapshot, bytes, uri, offset, length }) => {
    const said = {
      ...{
        url: uri,
        mime: snapshot.mediaType,
        status: String(snapshot.status ?? 200),
        digest: digestOf(bytes),
      },
      ...{ length: String(length), offset: String(offset), filename: 'data.warc.gz' },
    }
    return `${keyOf(uri)} ${stampOf(snapshot.takenAt)} ${JSON.stringify(said)}\n`
  })
  return lines.sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other))).join('')
}

/** An address from its end to its beginning (SURT): "org,example)/page?a=1". */
function keyOf(uri: string): string {
  const { hostname, port, pathname, search } = new URL(uri)
  const isName = !/^[\d.]+$|^\[/.test(hostname)
  const host = isName
    ? hostname
        .replace(/^www\d*\./, '')
        .split('.')
        .reverse()
        .join(',')
    : hostname
  return `${host}${port && `:${port}`})${pathname}${search}`.toLowerCase()
}

/** A time to the second: "20261130021005". */
const stampOf = (at: Date) => at.toISOString().replace(/\D/g, '').slice(0, 14)

function pagesOf(placed: Placed[]): string {
  const head = { format: 'json-pages-1.0', id: 'pages', title: 'All Pages' }
  const pages = placed.map(({ snapshot, uri }) => ({
    ...{ id: snapshot.id, url: uri, ts: snapshot.takenAt.toISOString() },
    title: snapshot.heading || uri,
  }))
  return [head, ...pages].map((line) => `${JSON.stringify(line)}\n`).join('')
}
