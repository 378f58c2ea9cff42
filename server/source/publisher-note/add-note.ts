import { v7 as newId } from 'uuid'
import { db } from '../../../db/client'
import { publisherNotes } from '../../../db/schema'
import { notify } from '../../channel/notify'
import type { Member } from '../../member/member'
import { Refused } from '../../refusal'
import { publisherKey } from '../independence'
import { readSource } from '../snapshot/read-source'
import { readPublisher } from './read-notes'

type Added = { member: Member; claimId: string; sourceId: string; text: string }

/** Signs a note on the publisher of a source, for everywhere on the desk where it is used; refuses one that nobody can be told by. */
export async function addNote({ member, claimId, sourceId, text }: Added): Promise<void> {
  const source = await readSource(member, { claimId, sourceId })
  const publisher = publisherKey(await readPublisher(source.id))
  if (!publisher) throw new Refused({ code: 'publisher-unnamed' })
  await db().transaction(async (tx) => {
    const values = { id: newId(), deskId: member.deskId, publisher, text, writtenBy: member.id }
    await tx.insert(publisherNotes).values({ ...values, writtenAt: new Date() })
    await notify(tx, 'rows_changed', { articleId: source.articleId })
  })
}
