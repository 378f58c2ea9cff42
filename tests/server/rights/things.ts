import { eq, sql } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db } from '../../../db/client'
import { articles, drafts } from '../../../db/schema'
import { addressKey } from '../../../server/article/article'
import type { Extraction } from '../../../server/article/extract/extraction'
import { removeArticle } from '../../../server/deleted/remove-article'
import { invite, readInvitations } from '../../../server/member/invite'
import { removeMember } from '../../../server/member/manage-member'
import { decide } from '../../../server/review/decide'
import { submit } from '../../../server/review/submit'
import { withdraw } from '../../../server/review/withdraw'
import { aClaim, anArticle, aRoomWith, onDesk } from '../../newsroom'
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
}

/** A draft of the one who asks. */
export async function aDraft({ desk, asker }: Pick<Home, 'desk' | 'asker'>) {
  const extraction: Extraction = {
    ...{ title: 'The dam', byline: [], published: null, updated: null, publisher: null, language: null },
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

export async function aMemberOf({ desk }: Home) {
  return { memberId: (await onDesk('reviewer', desk)).id }
}

export async function anInvitation({ desk, admin }: Home) {
  await invite(admin, 'observer')
  const [newest] = await readInvitations(desk.id)
  return { id: newest?.id }
}

export async function aSecret({ admin }: Home) {
  const { path } = await invite(admin, 'observer')
  return { secret: path.split('/').at(-1) ?? '' }
}

/** A claim in a room, as it is found from its article. */
export async function aClaimInRoom({ author }: Home) {
  const claim = aClaim()
  const { articleId } = await aRoomWith([claim], author)
  return { articleId, claimId: claim.id }
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

export async function aPublishedClaim(home: Home) {
  const claim = aClaim()
  await published(await newsroomOf(home), claim)
  return { claimId: claim.id }
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

/** All that is kept of a desk's work in progress and people, as one text: equal when nothing of it has changed. */
export async function keptOf({ id }: Home['desk']): Promise<string> {
  const ofDesk = (table: string) => sql`(select json_agg(t order by t.id) from ${sql.identifier(table)} t
    where t.desk_id = ${id})`
  const ofArticles = (table: string) => sql`(select json_agg(t order by t.id) from ${sql.identifier(table)} t
    join articles a on a.id = t.article_id where a.desk_id = ${id})`
  const ofThreads = (table: string) => sql`(select json_agg(o order by o.id) from ${sql.identifier(table)} o
    join threads t on t.id = o.thread_id where t.desk_id = ${id})`
  const { rows } = await db().execute<{ kept: unknown }>(sql`select json_build_array(
    (select json_agg(d) from desks d where d.id = ${id}),
    ${ofDesk('members')}, ${ofDesk('invitations')}, ${ofDesk('drafts')}, ${ofDesk('articles')},
    ${ofDesk('threads')}, ${ofDesk('suggestions')}, ${ofDesk('claims')}, ${ofDesk('submissions')}, ${ofDesk('publications')},
    ${ofArticles('revisions')}, ${ofArticles('article_removals')},
    (select json_agg(r order by r.document) from rooms r join articles a on a.id = r.article_id
      where a.desk_id = ${id}),
    ${ofThreads('comments')}, ${ofThreads('resolutions')},
    (select json_agg(v order by v.comment_id, v.number) from comment_versions v
      join comments c on c.id = v.comment_id join threads t on t.id = c.thread_id where t.desk_id = ${id}),
    (select json_agg(d order by d.suggestion_id) from suggestion_decisions d
      join suggestions s on s.id = d.suggestion_id where s.desk_id = ${id}),
    (select json_agg(r order by r.id) from reviews r join submissions s on s.id = r.submission_id
      where s.desk_id = ${id})) as kept`)
  return JSON.stringify(rows)
}

/** Every id in a text. */
export function idsIn(text: string): string[] {
  return [...new Set(text.match(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g))]
}
