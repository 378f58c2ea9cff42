import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { v5 as namedId } from 'uuid'
import type { snapshots } from '../../../db/schema'

/** A snapshot as it is kept, with the first line of its words instead of all of them. */
export type KeptSnapshot = Omit<typeof snapshots.$inferSelect, 'text' | 'wholeText'> & { heading: string }
/** A fetched snapshot with its bytes, and where the record of its answer lies in a WARC file: bytes from its start, and how many. */
export type Recorded = { snapshot: KeptSnapshot; bytes: Uint8Array }
export type Placed = Recorded & { uri: string; offset: number; length: number }

/** Under which ids of records are made, so that the same snapshot has the same record wherever it is written. */
const ours = 'f3b4d0f6-8a3e-4b55-9d0c-5a1e6d6f7c11'

/**
 * Snapshots as WARC/1.1 (ISO 28500:2017), each record packed by itself: who wrote it, then of each what was asked, how it
 * was redirected, and what was answered.
 */
export function writeWarc(recorded: Recorded[], madeAt: Date): { warc: Buffer; placed: Placed[] } {
  const members = [infoRecord(madeAt)]
  const placed: Placed[] = []
  let offset = members[0]?.length ?? 0
  for (const one of recorded) {
    const { request, redirects, response, uri } = recordsOf(one)
    placed.push({ ...one, uri, offset, length: response.length })
    for (const record of [response, request, ...redirects]) {
      members.push(record)
      offset += record.length
    }
  }
  return { warc: Buffer.concat(members), placed }
}

function infoRecord(madeAt: Date): Buffer {
  const fields = 'software: Proofroom\r\nformat: WARC File Format 1.1\r\n'
  const head = { type: 'warcinfo', id: namedId(`info ${madeAt.toISOString()}`, ours), at: madeAt }
  return record(head, { 'Content-Type': 'application/warc-fields' }, Buffer.from(fields))
}

function recordsOf({ snapshot, bytes }: Recorded) {
  const { id, takenAt, requestHeaders, redirects } = snapshot
  const uri = snapshot.finalAddress ?? snapshot.address ?? ''
  const idOf = (type: string) => namedId(`${type} ${id}`, ours)
  const beside = { 'WARC-Target-URI': uri, 'WARC-Concurrent-To': `<urn:uuid:${idOf('response')}>` }
  const response = record(
    { type: 'response', id: idOf('response'), at: takenAt },
    {
      'WARC-Target-URI': uri,
      'WARC-Payload-Digest': digestOf(bytes),
      'Content-Type': 'application/http; msgtype=response',
    },
    Buffer.concat([Buffer.from(answerHead(snapshot, bytes.length)), bytes]),
  )
  const request = record(
    { type: 'request', id: idOf('request'), at: takenAt },
    { ...beside, 'Content-Type': 'application/http; msgtype=request' },
    Buffer.from(askedHead(uri, requestHeaders)),
  )
  const hops = redirects.map(
    ({ address, status, location }) => `redirect: ${address} ${status} ${location}\r\n`,
  )
  const metadata = () =>
    record(
      { type: 'metadata', id: idOf('metadata'), at: takenAt },
      { ...beside, 'Content-Type': 'application/warc-fields' },
      Buffer.from(hops.join('')),
    )
  return { uri, response, request, redirects: hops.length > 0 ? [metadata()] : [] }
}

/** The head of an answer over its unpacked bytes: what spoke of how they travelled keeps another name. */
function answerHead({ status, responseHeaders }: KeptSnapshot, length: number): string {
  const travelled = /^(?:content-encoding|transfer-encoding|content-length)$/i
  const headers = responseHeaders.map(
    ([name, value]) => `${travelled.test(name) ? `x-archive-orig-${name}` : name}: ${value}\r\n`,
  )
  return `HTTP/1.1 ${status ?? 200} ${status === 200 ? 'OK' : ''}\r\n${headers.join('')}content-length: ${length}\r\n\r\n`
}

function askedHead(uri: string, headers: [string, string][]): string {
  const { host, pathname, search } = new URL(uri)
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`)
  return `GET ${pathname}${search} HTTP/1.1\r\nhost: ${host}\r\n${lines.join('')}\r\n`
}

type Head = { type: string; id: string; at: Date }

function record({ type, id, at }: Head, fields: Record<string, string>, block: Buffer): Buffer {
  const head = {
    ...{ 'WARC-Type': type, 'WARC-Record-ID': `<urn:uuid:${id}>`, 'WARC-Date': at.toISOString() },
    ...{ ...fields, 'WARC-Block-Digest': digestOf(block), 'Content-Length': String(block.length) },
  }
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`)
  const whole = [Buffer.from(`WARC/1.1\r\n${lines.join('')}\r\n`), block, Buffer.from('\r\n\r\n')]
  return gzipSync(Buffer.concat(whole))
}

export const digestOf = (bytes: Uint8Array): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`
