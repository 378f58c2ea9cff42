import type { IncomingMessage, ServerResponse } from 'node:http'
import { eq } from 'drizzle-orm'
import type { Logger } from 'pino'
import { db } from '../../db/client'
import { desks } from '../../db/schema'
import { done } from '../audit/audit'
import { keepEntry } from '../audit/keep-entry'
import { keepTurnedAway } from '../audit/keep-turned-away'
import { personOfCookie } from '../auth'
import { inLanguage } from '../language/follow-language'
import { type Act, type Member, whyMayNot } from '../member/member'
import { readAsker } from '../member/read-member'
import { type Refusal, Refused, refuseIf, say } from '../refusal'
import { packInWorker } from './pack/pack-in-worker'
import { readPack } from './pack/read-pack'
import { copyHeaders, shownPictures, wordType } from './snapshot/media-type'
import { readSnapshot } from './snapshot/read-snapshot'
import { takeFile } from './take-file'

const id = '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}'
const addresses = {
  copy: new RegExp(`^/desk/([^/?]+)/evidence/(${id})(\\?as=text)?$`),
  pack: new RegExp(`^/desk/([^/?]+)/claims/(${id})/evidence\\.zip$`),
  file: new RegExp(`^/desk/([^/?]+)/claims/(${id})/sources/(${id})/files$`),
}

type Asked = { slug: string; act: Act; way: string; answer: (member: Member) => Promise<void> }

/**
 * Answers for archived copies and evidence packs, and takes files that are attached, for members who may know of the
 * article; to everybody else they are not there (404). Nothing of a copy runs, wherever it is opened. False when the
 * request is for something else.
 */
export function serveEvidence(request: IncomingMessage, response: ServerResponse, log: Logger): boolean {
  const asked = askedIn(request, response)
  if (!asked) return false
  respond(asked, request, response).catch((error) => {
    log.error({ err: error }, 'evidence cannot be handed out or taken')
    if (response.headersSent) return void response.destroy()
    response.writeHead(503, { ...copyHeaders, 'retry-after': '30' }).end()
  })
  return true
}

function askedIn(request: IncomingMessage, response: ServerResponse): Asked | null {
  const url = request.url ?? ''
  const { copy, pack, file } = {
    copy: copyAsked(url),
    pack: addresses.pack.exec(url),
    file: addresses.file.exec(url),
  }
  const reads = { act: 'read the desk' } as const
  if (copy && request.method === 'GET')
    return {
      ...{ ...reads, slug: copy.slug, way: 'archived copy' },
      answer: (member) => giveCopy(member, copy, response),
    }
  if (pack?.[1] && pack[2] && request.method === 'GET') {
    const claimId = pack[2]
    return {
      ...reads,
      slug: pack[1],
      way: 'evidence pack',
      answer: (member) => givePack(member, claimId, response),
    }
  }
  if (!file?.[1] || !file[2] || !file[3] || request.method !== 'POST') return null
  const named = { claimId: file[2], sourceId: file[3] }
  return {
    ...{ slug: file[1], act: 'keep evidence', way: 'attach a file' },
    answer: (member) => takeFile({ ...named, member }, request, response),
  }
}

function copyAsked(url: string) {
  const [, slug, snapshotId, asText] = addresses.copy.exec(url) ?? []
  return slug && snapshotId ? { slug, snapshotId, asText: Boolean(asText) } : null
}

async function respond(
  { slug, act, way, answer }: Asked,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const person = await personOfCookie(request.headers.cookie)
  const asker = person && (await readAsker(slug, person.id))
  const turnAway = async (status: number, why: Refusal) => {
    if (person) await keepWhoAsked({ act, way, slug, personId: person.id }, why)
    const said = status === 404 ? '' : inLanguage(person?.language ?? 'en', () => say(why))
    response.writeHead(status, { ...copyHeaders, 'content-type': 'text/plain; charset=utf-8' }).end(said)
  }
  if (!asker) return turnAway(404, { code: 'desk-unknown' })
  try {
    refuseIf(asker.lacksFactor ? { code: 'second-factor-first' } : whyMayNot(asker.member, act))
  } catch (error) {
    if (error instanceof Refused) return turnAway(403, error.refusal)
    throw error
  }
  try {
    await answer(asker.member)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    await turnAway(/-unknown$/.test(error.refusal.code) ? 404 : 422, error.refusal)
  }
}

type Copy = { snapshotId: string; asText: boolean }

async function giveCopy(
  member: Member,
  { snapshotId, asText }: Copy,
  response: ServerResponse,
): Promise<void> {
  const { snapshot, bytes } = await readSnapshot(member, snapshotId)
  if (asText) {
    const words = snapshot.text || snapshot.wholeText
    return void response
      .writeHead(200, { ...copyHeaders, 'content-type': 'text/plain; charset=utf-8' })
      .end(words)
  }
  const isPicture = shownPictures.includes(snapshot.mediaType)
  const name = encodeURIComponent(
    snapshot.fileName ?? `${snapshot.sha256.slice(0, 16)}${endings[snapshot.mediaType] ?? ''}`,
  )
  response.writeHead(200, {
    ...copyHeaders,
    'content-type': isPicture ? snapshot.mediaType : 'application/octet-stream',
    'content-length': bytes.length,
    'content-disposition': `${isPicture ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
  })
  response.end(bytes)
}

/** A page is handed out under an ending that no browser opens as one: its scripts would run there. */
const endings: Record<string, string> = {
  'text/html': '.html.txt',
  'text/plain': '.txt',
  'application/pdf': '.pdf',
  'application/json': '.json',
  [wordType]: '.docx',
}

async function givePack(member: Member, claimId: string, response: ServerResponse): Promise<void> {
  const pack = await packInWorker(await readPack(member, claimId), new Date())
  const by = { deskId: member.deskId, memberId: member.id, personId: member.personId, words: {} }
  await keepEntry(db(), {
    ...by,
    things: { claimId },
    act: 'read the desk',
    way: 'evidence pack',
    outcome: done,
  })
  response.writeHead(200, {
    ...copyHeaders,
    'content-type': 'application/zip',
    'content-length': pack.length,
    'content-disposition': `attachment; filename="evidence-${claimId.slice(-12)}.zip"`,
  })
  response.end(pack)
}

async function keepWhoAsked(
  { act, way, slug, personId }: { act: Act; way: string; slug: string; personId: string },
  { code }: Refusal,
): Promise<void> {
  const [desk] = await db().select({ id: desks.id }).from(desks).where(eq(desks.slug, slug))
  await keepTurnedAway({ act, way, code, personId, deskId: desk?.id ?? null })
}
