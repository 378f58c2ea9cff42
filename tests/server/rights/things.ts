import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db } from '../../../db/client'
import {
  articles,
  drafts,
  passkeys,
  passwordResets,
  publishedNames,
  savedFilters,
  sourceNotes,
} from '../../../db/schema'
import { addressKey } from '../../../server/article/article'
import type { Extraction } from '../../../server/article/extract/extraction'
import { addFile } from '../../../server/article/file/add-file'
import { changeCheckList } from '../../../server/check-list/change-check-list'
import { readCheckList } from '../../../server/check-list/read-check-list'
import { closeArticle } from '../../../server/coverage/close-article'
import { sentencesOf } from '../../../server/coverage/sentences/sentences'
import { removeArticle } from '../../../server/deleted/remove-article'
import { limitArticle } from '../../../server/limit/change-limit'
import { invite, readInvitations } from '../../../server/member/invitation/invite'
import { removeMember } from '../../../server/member/manage-member'
import { addOwnVerdict } from '../../../server/own-verdict/add-own-verdict'
import { askRedaction } from '../../../server/publication/redaction/ask-redaction'
import { decide } from '../../../server/review/decide'
import { submit } from '../../../server/review/submit'
import { withdraw } from '../../../server/review/withdraw'
import { resetHash } from '../../../server/session/reset/send-reset'
import { keepNote } from '../../../server/source/note/keep-note'
import { aClaim, anArticle, aRoomWith, damParagraphs, onDesk } from '../../newsroom'
import { type Newsroom, published, submitted } from '../../publishing'
import type { Home } from './askers'

/** An id that nothing has. */
export const missingId = '01900000-0000-7000-8000-000000000000'

const newsroomOf = async (home: Home): Promise<Newsroom> => ({
  ...home,
  article: await anArticle(home.author),
})

export async function anArticleOf({ author }: Home) {
  return { articleId: (await anArticle(author)).id }
}

/** Waives every sentence of the article of tests. */
export const waiverOfAll = {
  reason: 'no-time' as const,
  note: '',
  sentences: sentencesOf(
    damParagraphs.map((text) => ({ kind: 'paragraph', text })),
    'en',
  ),
}

export async function aClosedArticle(home: Home) {
  const { articleId } = await anArticleOf(home)
  await closeArticle({ member: home.editor, articleId, waivers: [waiverOfAll] })
  return { articleId }
}

/** Where the first sentence of the article of tests stands. */
export const firstSentence = { start: 0, end: Array.from(damParagraphs[0] ?? '').length }

/** An article that the author alone may know of. */
export async function aLimitedArticle(home: Home) {
  const { articleId } = await anArticleOf(home)
  await limitArticle({ member: home.author, articleId, was: null, members: [home.author.id] })
  return { articleId }
}

export async function removedArticle(home: Home) {
  const { articleId } = await anArticleOf(home)
  await removeArticle({ member: home.editor, articleId })
  return { articleId }
}

/** The address of an article; nothing can be fetched from it. */
export async function aKnownAddress({ author }: Home) {
  const { id } = await anArticle(author)
  const address = `http://127.0.0.1:9/${id}`
  await db()
    .update(articles)
    .set({ address, addressKey: addressKey(address) })
    .where(eq(articles.id, id))
  return { address }
}

const nothingFound = {
  title: null,
  byline: null,
  published: null,
  updated: null,
  publisher: null,
  language: null,
  standfirst: null,
}

/** A draft of the one who asks. */
export async function aDraft({ desk, asker }: Pick<Home, 'desk' | 'asker'>) {
  const extraction: Extraction = {
    ...{ title: 'The dam', byline: [], published: null, updated: null, publisher: null, language: null },
    standfirst: null,
    blocks: [{ kind: 'paragraph', text: 'The dam gave way shortly before midnight.' }],
    provenance: nothingFound,
  }
  const id = uuid()
  const belongs = { id, deskId: desk.id, memberId: asker.id, address: null }
  await db()
    .insert(drafts)
    .values({ ...belongs, extraction, original: 'The dam gave way.' })
  return { draftId: id }
}

/** A file that the one who asks has sent. */
export async function aSentFile({ asker }: Pick<Home, 'asker'>) {
  return addFile(asker, { name: 'dam.txt', bytes: Buffer.from('The dam gave way shortly before midnight.') })
}

/** A filter that the one who asks has saved. */
export async function aFilterBy({ asker }: Home) {
  const id = uuid()
  const topic = uuid()
  await db()
    .insert(savedFilters)
    .values({ id, deskId: asker.deskId, savedBy: asker.id, name: topic, filter: { topic }, isShared: false })
  return { id, was: { name: topic, isShared: false } }
}

export async function aPasskeyOfAuthor({ author }: Home) {
  const id = uuid()
  await db()
    .insert(passkeys)
    .values({
      ...{ id, personId: author.personId, credentialId: id, publicKey: Buffer.from(id), counter: 0 },
      ...{ transports: [], isBackedUp: false, name: 'Key' },
    })
  return { passkeyId: id }
}

export async function aMemberOf({ desk }: Home) {
  return { memberId: (await onDesk('reviewer', desk)).id }
}

export async function anInvitation({ desk, admin }: Home) {
  await invite(admin, { email: `${uuid()}@desk.example`, role: 'observer' })
  const [newest] = await readInvitations(desk.id)
  return { id: newest?.id }
}

export async function aSecret({ admin }: Home) {
  const { path } = await invite(admin, { email: `${uuid()}@desk.example`, role: 'observer' })
  return { secret: path.split('/').at(-1) ?? '' }
}

/** A link to a new password for somebody on the desk. */
export async function aResetLink({ author }: Home) {
  const secret = uuid()
  const expiresAt = new Date(Date.now() + 60_000)
  await db()
    .insert(passwordResets)
    .values({ id: uuid(), personId: author.personId, secretHash: resetHash(secret), expiresAt })
  return { secret }
}

/** A claim in a room, as it is found from its article. */
export async function aClaimInRoom({ author }: Home) {
  const claim = aClaim()
  const { articleId } = await aRoomWith([claim], author)
  return { articleId, claimId: claim.id }
}

export async function aSourceInRoom({ author }: Pick<Home, 'author'>) {
  const claim = aClaim()
  const { articleId } = await aRoomWith([claim], author)
  return { articleId, sourceId: claim.sources[0]?.id ?? '' }
}

/** A note for editors about a source, and its source. */
export async function aSourceNote({ author }: Pick<Home, 'author'>) {
  const { articleId, sourceId } = await aSourceInRoom({ author })
  await keepNote({
    member: author,
    articleId,
    sourceId,
    text: 'She asked not to be called at work.',
    file: null,
  })
  const [note] = await db().select().from(sourceNotes).where(eq(sourceNotes.sourceId, sourceId))
  return { sourceId, noteId: note?.id ?? '' }
}

/** A claim that a member has an own verdict on. */
export async function aRatedClaim(home: Home) {
  const { claimId } = await aClaimInRoom(home)
  await addOwnVerdict({ member: home.author, id: uuid(), claimId, verdict: 'false', reason: 'The register.' })
  return { claimId }
}

/** A claim that could be submitted, with what its submitter saw. */
export async function aReadyClaim({ author }: Home) {
  const claim = aClaim()
  const room = await aRoomWith([claim], author)
  return { claimId: claim.id, hash: await room.hashOf(claim.id) }
}

/** An open submission that the one who asks has made. */
export async function aSubmissionBy(home: Home) {
  const made = await submitted({ ...(await newsroomOf(home)), author: home.asker }, aClaim())
  return { submissionId: made.id }
}

/** An open submission that waits for anybody but the author. */
export async function aSubmissionOfAuthor(home: Home) {
  return submit({ ...(await aReadyClaim(home)), member: home.author, kind: 'first', publicNote: '' })
}

/** A line that waits to be ticked, on the submission of the author; the line is for all submissions of its desk. */
export async function aLineToTick(home: Home) {
  const { version, lines: earlier } = await readCheckList(home.desk.id)
  const line = earlier[0] ?? { id: uuid(), text: 'The speaker was asked to comment', kinds: [] }
  if (!earlier.length)
    await changeCheckList({ member: home.admin, version, lines: [line], isDemanded: false })
  return { ...(await aSubmissionOfAuthor(home)), lineId: line.id }
}

export async function aPublishedClaim(home: Home) {
  const claim = aClaim()
  await published(await newsroomOf(home), claim)
  return { claimId: claim.id }
}

/** The ground on which words are removed. */
export const anOrder = { law: 'GDPR Art. 17', court: '', number: '' }

/** Words that an editor wants removed, and nobody has confirmed. */
export async function anAskedRedaction(home: Home) {
  const { claimId } = await aPublishedClaim(home)
  const asked = { ...anOrder, words: ['largest relief'], note: 'By order of a court.' }
  return askRedaction({ ...asked, member: home.editor, claimId })
}

/** A spelling that stands in a published check and nowhere else. */
export async function aPublishedName(home: Home) {
  const claim = aClaim()
  const { number } = await published(await newsroomOf(home), claim)
  const spelling = `somebody-${claim.id}`
  const named = { number, kind: 'speaker', deskId: home.desk.id, name: spelling, spelling } as const
  await db()
    .insert(publishedNames)
    .values({ ...named, slug: spelling })
  return { kind: named.kind, spelling }
}

/** The same kinds of things in other states, by what names them: what is deleted, decided, withdrawn or gone. */
export async function inOtherStates(home: Home): Promise<Record<string, string[]>> {
  const by = { member: home.editor, note: 'Ask the treasury.' }
  const [approved, returned, withdrawn] = [
    await aSubmissionOfAuthor(home),
    await aSubmissionOfAuthor(home),
    await aSubmissionOfAuthor(home),
  ]
  await decide({ ...by, ...approved, decision: 'approved' })
  await decide({ ...by, ...returned, decision: 'returned' })
  await withdraw({ member: home.author, ...withdrawn })
  const gone = await aMemberOf(home)
  await removeMember({ deskId: home.desk.id, ...gone })
  return {
    articleId: [(await removedArticle(home)).articleId],
    submissionId: [approved, returned, withdrawn].map(({ submissionId }) => submissionId),
    claimId: [(await aPublishedClaim(home)).claimId],
    memberId: [gone.memberId],
  }
}

/** Approved, to go out next week. */
export async function aPlannedSubmission(home: Home) {
  const { submissionId } = await aSubmissionOfAuthor(home)
  const publishAt = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 16)
  await decide({ member: home.editor, submissionId, decision: 'approved', note: '', publishAt })
  return { submissionId }
}
