import { eq } from 'drizzle-orm'
import { db } from '../../../db/client'
import { reports } from '../../../db/schema'
import { keptHash, openForm } from '../../../server/form/sign-form'
import type { Member } from '../../../server/member/member'
import { addReport } from '../../../server/report/add-report'
import { readSubject } from '../../../server/report/read-subject'
import { nothingWritten, type Written } from '../../../server/report/report'
import { decide } from '../../../server/review/decide'
import { submit } from '../../../server/review/submit'
import { aClaim, aRoomWith } from '../../newsroom'
import { aForm } from './forms'

let networks = 0

/** What a reader sent from a path, each from a network of their own; with its secret. */
export async function reported(path: string, written: Partial<Written> = {}, address?: string) {
  networks += 1
  const subject = await readSubject(path)
  const form = await openForm(path, await aForm(path))
  if (!subject || !form) throw new Error(`there is no form at ${path}`)
  const secret = await addReport({
    ...{ subject, form, written: { ...nothingWritten, text: `Report ${networks}`, ...written } },
    address: address ?? `10.${networks >> 8}.${networks & 255}.1`,
  })
  const [row] = await db()
    .select()
    .from(reports)
    .where(eq(reports.secretHash, keptHash(secret)))
  if (!row) throw new Error('the report was not kept')
  return { ...row, secret, tracking: `/reports/${secret}` }
}

/** A claim that one member wrote in a room and another approved, with the address of its form. */
export async function aPublishedCheck(by: { author: Member; editor: Member }) {
  const claim = aClaim()
  const room = await aRoomWith([claim], by.author)
  const asked = { claimId: claim.id, kind: 'first', publicNote: '', version: null } as const
  const hash = await room.hashOf(claim.id)
  const { submissionId } = await submit({ ...asked, hash, member: by.author })
  const decided = { member: by.editor, submissionId, decision: 'approved', note: '' } as const
  const { publication } = await decide(decided)
  if (!publication) throw new Error('it was not published')
  const { number, path } = publication
  return { claim, articleId: room.articleId, number, path, form: `/c/${number}/report` }
}
