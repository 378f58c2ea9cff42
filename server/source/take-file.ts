import type { IncomingMessage, ServerResponse } from 'node:http'
import { db } from '../../db/client'
import { isSameOrigin } from '../address/same-origin'
import { done } from '../audit/audit'
import { keepEntry } from '../audit/keep-entry'
import { joined } from '../bytes/read-slices'
import { settings } from '../env'
import type { Member } from '../member/member'
import { Refused } from '../refusal'
import { addFile } from './snapshot/add-file'
import { copyHeaders } from './snapshot/media-type'
import { mostEvidenceBytes } from './snapshot/snapshot'

type Named = { member: Member; claimId: string; sourceId: string }

/** Takes a file that a page of ours sends, named by a header, and keeps it behind a source. */
export async function takeFile(
  named: Named,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { headers: sent } = request
  const from = {
    origin: sent.origin ?? null,
    host: sent.host ?? null,
    site: String(sent['sec-fetch-site'] ?? '') || null,
  }
  if (!isSameOrigin(from, settings().publicOrigin)) return void response.writeHead(403, copyHeaders).end()
  const bytes = await readFile(request)
  const fileName = decoded(String(sent['x-file-name'] ?? 'file'))
  const snapshotId = await addFile({ ...named, fileName, bytes })
  const { member, claimId } = named
  const by = { deskId: member.deskId, memberId: member.id, personId: member.personId, words: {} }
  await keepEntry(db(), {
    ...by,
    things: { claimId },
    act: 'keep evidence',
    way: 'attach a file',
    outcome: done,
  })
  response
    .writeHead(201, { ...copyHeaders, 'content-type': 'application/json' })
    .end(JSON.stringify({ snapshotId }))
}

/** One byte more than may be is enough to be refused; the rest is not kept. */
async function readFile(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size <= mostEvidenceBytes) chunks.push(chunk)
    else if (size > 2 * mostEvidenceBytes) break
  }
  if (size > mostEvidenceBytes)
    throw new Refused({ code: 'evidence-too-large', values: { most: mostEvidenceBytes / 1_000_000 } })
  return joined(chunks)
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    // Half a letter: the name is as it was sent.
    return name
  }
}
