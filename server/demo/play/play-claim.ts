import { v7 as newId } from 'uuid'
import { readFigures } from '../../claim/figure/figures-in'
import { codePointsBefore, lengthOf } from '../../claim/quote'
import type { Rationale, RationaleNode } from '../../claim/rationale'
import type { Member } from '../../member/member'
import { putUnderReview } from '../../publication/under-review/put-under-review'
import { decide } from '../../review/decide'
import { readQueue } from '../../review/queue/read-queue'
import { claimHash } from '../../review/submission'
import { submit } from '../../review/submit'
import { setFigure, setText, setTopic, setValue, setVerdict } from '../../room/doc/claim-values'
import { markClaim } from '../../room/doc/marks'
import { setRationale } from '../../room/doc/rationale-xml'
import type { RoomDoc } from '../../room/doc/room-doc'
import { addSource } from '../../room/doc/source-values'
import { readRoomClaims } from '../../room/kept/read-room'
import { writeInRoom } from '../../room/live/write-in-room'
import type { DemoClaim, DemoPerson, DemoSource, DemoStep } from '../demo-story'
import { confirmedFigures } from '../story/confirmed-figures'
import { playThread } from './play-thread'

/** Where a claim of the story is played: the article, and who is who. */
export type Stage = {
  articleId: string
  address: string
  revision: { hash: string; text: string; published: string | null }
  cast: Record<DemoPerson, Member>
}

/** Marks, writes, submits and decides one claim as the story tells it. */
export async function playClaim(claim: DemoClaim, stage: Stage): Promise<void> {
  const { articleId, cast } = stage
  const id = newId()
  const sources = (claim.sources ?? []).map((source) => ({ id: newId(), source }))
  await writeInRoom(articleId, cast[claim.by], (doc) => mark(doc, id, claim, stage))
  await writeInRoom(articleId, cast[claim.alsoBy ?? claim.by], (doc) => write(doc, id, claim, sources))
  await playThread(id, claim, stage)
  let verdict = claim.verdict ?? null
  for (const step of claim.steps ?? []) {
    if (step.act === 'edit') {
      const before = verdict
      await writeInRoom(articleId, cast[step.by], (doc) => edit(doc, { id, verdict: before }, step, sources))
      verdict = step.verdict ?? verdict
    } else await sign(id, step, stage)
  }
}

function mark(doc: RoomDoc, id: string, claim: DemoClaim, { revision, address }: Stage) {
  const { text } = revision
  const at = text.indexOf(claim.quote)
  const start = codePointsBefore(text, at)
  const refusal = markClaim(doc, {
    id,
    at: new Date().toISOString(),
    revision: revision.hash,
    text,
    span: { start, end: start + lengthOf(claim.quote) },
    appearance: { id: newId(), address, date: revision.published ?? '' },
  })
  if (at < 0 || refusal) throw new Error(`the demo’s article does not say “${claim.quote}”`)
  setText(doc, 'statement', id, claim.statement)
  setValue(doc, id, 'speaker', claim.speaker)
  setValue(doc, id, 'saidAt', claim.saidAt)
  setValue(doc, id, 'kind', claim.kind)
  const [figure] = claim.kind === 'number' ? readFigures(claim.quote) : []
  if (figure) setFigure(doc, id, { ...figure, ...confirmedFigures[claim.quote] })
  for (const topic of claim.topics ?? []) setTopic(doc, id, topic, true)
}

type Numbered = { id: string; source: DemoSource }[]

function write(doc: RoomDoc, id: string, claim: DemoClaim, sources: Numbered) {
  for (const { id: sourceId, source } of sources) addSource(doc, { id: sourceId, claimId: id, ...source })
  if (claim.verdict) setVerdict(doc, { id, verdict: null }, claim.verdict)
  if (claim.rationale) setRationale(doc, id, rationaleOf(claim.rationale, sources))
  setText(doc, 'short-answer', id, claim.shortAnswer ?? '')
  setText(doc, 'not-known', id, claim.notKnown ?? '')
  if (claim.verdict) setValue(doc, id, 'asKnownAt', '2026-03-08')
}

type Edit = Extract<DemoStep, { act: 'edit' }>

function edit(
  doc: RoomDoc,
  claim: { id: string; verdict: DemoClaim['verdict'] | null },
  step: Edit,
  sources: Numbered,
) {
  const { id } = claim
  if (step.source) {
    const added = { id: newId(), source: step.source }
    sources.push(added)
    addSource(doc, { id: added.id, claimId: id, ...step.source })
  }
  if (step.verdict) setVerdict(doc, { id, verdict: claim.verdict ?? null }, step.verdict)
  if (step.verdict && step.verdict !== 'unproven') setText(doc, 'not-known', id, '')
  if (step.shortAnswer) setText(doc, 'short-answer', id, step.shortAnswer)
  if (step.rationale) setRationale(doc, id, rationaleOf(step.rationale, sources))
}

async function sign(
  claimId: string,
  step: Exclude<DemoStep, Edit>,
  { articleId, cast }: Stage,
): Promise<void> {
  const member = cast[step.by]
  if (step.act === 'submit') {
    const claim = (await readRoomClaims(articleId)).find(({ id }) => id === claimId)
    if (!claim) throw new Error('the demo submits a claim that nobody marked')
    const { kind = 'first', publicNote = '', reason = '' } = step
    await submit({ member, claimId, hash: claimHash(claim), kind, publicNote, reason })
    return
  }
  if (step.act === 'doubt') return putUnderReview({ member, claimId, version: 1, line: step.line })
  const { waiting } = await readQueue(member)
  const submission = waiting.find((one) => one.claimId === claimId)
  if (!submission) throw new Error(`${member.name} may not decide on a claim of the demo`)
  const decision = step.act === 'approve' ? 'approved' : 'returned'
  await decide({ member, submissionId: submission.id, decision, note: step.note ?? '' })
}

/** Paragraphs with citations written as [1], [2], … in the order of the sources. */
function rationaleOf(paragraphs: string[], sources: Numbered): Rationale {
  const content = paragraphs.map(
    (text): RationaleNode => ({ type: 'paragraph', content: cited(text, sources) }),
  )
  return { type: 'doc', content }
}

function cited(text: string, sources: Numbered): RationaleNode[] {
  return text.split(/(\[\d+\])/).flatMap((part): RationaleNode[] => {
    const number = /^\[(\d+)\]$/.exec(part)?.[1]
    const source = number && sources[Number(number) - 1]
    if (source) return [{ type: 'citation', attrs: { source: source.id } }]
    return part ? [{ type: 'text', text: part }] : []
  })
}
