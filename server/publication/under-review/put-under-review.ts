import { and, desc, eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db, type Transaction } from '../../../db/client'
import { claimNumbers, desks, outbox, publications, underReview } from '../../../db/schema'
import { changeDue } from '../../assignment/due/change-due'
import { canonicalHash } from '../../canonical-hash'
import { notify } from '../../channel/notify'
import { isOpenTo } from '../../deleted/read-removal'
import { spokenFor } from '../../language/language'
import { type Member, whyMayNot } from '../../member/member'
import { keepEvent } from '../../notice/event/keep-event'
import { Refused, refuseIf } from '../../refusal'
import { words } from '../../words'
import { appendLog } from '../log/append-log'
import { readLogKey } from '../log/read-log-key'
import { publicWords } from '../publication'
import { blackedOut } from '../redaction/black-out'
import { readRemovedWords } from '../redaction/read-redactions'
import { whyNotPutUnderReview } from './under-review'

type PutRequest = {
  member: Member
  claimId: string
  /** The version that the editor read. */
  version: number
  /** What readers are told. */
  line: string
}

/** Tells readers at once, by one editor alone, that a published claim is being looked at again; its next version lifts it. */
export async function putUnderReview({ member, claimId, version, line }: PutRequest): Promise<void> {
  refuseIf(whyMayNot(member, 'put claims under review'))
  // Before the transaction: inside, it would want a second connection.
  await readLogKey()
  await db().transaction(async (tx) => {
    const newest = await openNewest(tx, claimId, member)
    if (!newest) throw new Refused({ code: 'not-published' })
    refuseIf(whyNotPutUnderReview(newest, { version, line }))
    const at = new Date()
    const { publicationId, articleId } = newest
    const said = blackedOut(line.trim(), await readRemovedWords(tx, articleId))
    const put = { id: uuid(), publicationId, deskId: member.deskId, editorId: member.id }
    await tx.insert(underReview).values({ ...put, line: said, putAt: at })
    const sealed = {
      claim: newest.number,
      version,
      contentHash: canonicalHash(newest.content.claim),
      desk: newest.desk,
    }
    const body = { ...sealed, lineHash: canonicalHash(said) }
    await appendLog(tx, { publicationId, kind: 'under-review', body: { ...body, at: at.toISOString() } })
    await tx.insert(outbox).values({ id: uuid(), publicationId })
    await changeDue(tx, { by: member, claimId, stage: 'under-review', at })
    const event = { kind: 'under-review', deskId: member.deskId, subjectId: put.id } as const
    const told = publicWords(newest.content, newest, words(spokenFor(newest.language)))
    await keepEvent(tx, { ...event, articleId, claimId, version: told })
    await notify(tx, 'publication_made', { publicationId })
    await notify(tx, 'rows_changed', { articleId })
  })
}

/** The newest version of a desk's claim, under the lock that `publish` takes; null when the desk published none. */
async function openNewest(tx: Transaction, claimId: string, { id, deskId }: Member) {
  await tx.select().from(claimNumbers).where(eq(claimNumbers.claimId, claimId)).for('update')
  const [newest] = await tx
    .select({
      publicationId: publications.id,
      articleId: publications.articleId,
      number: publications.number,
      version: publications.version,
      kind: publications.kind,
      desk: desks.slug,
      language: desks.language,
      content: publications.content,
      putId: underReview.id,
    })
    .from(publications)
    .innerJoin(desks, eq(desks.id, publications.deskId))
    .leftJoin(underReview, eq(underReview.publicationId, publications.id))
    .where(
      and(
        eq(publications.claimId, claimId),
        eq(publications.deskId, deskId),
        isOpenTo(publications.articleId, id),
      ),
    )
    .orderBy(desc(publications.version))
    .limit(1)
  return newest ? { ...newest, isUnderReview: newest.putId !== null } : null
}
