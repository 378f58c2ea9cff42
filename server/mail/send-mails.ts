import { and, asc, eq, isNotNull, lte, sql } from 'drizzle-orm'
import { db, type Transaction } from '../../db/client'
import { mails } from '../../db/schema'
import { whenAgain } from './mail'
import type { Post, Posted } from './open-post'

/** How many of the mails that were due were sent. */
export async function sendMails(post: Post, isStopped = () => false): Promise<number> {
  let sent = 0
  for (;;) {
    const outcome = isStopped() ? null : await db().transaction((tx) => sendNext(tx, post))
    if (outcome === null) return sent
    if (outcome === 'sent') sent += 1
  }
}

/**
 * Sends the mail that is due longest and that no other process holds. The row is held until the server has taken it:
 * a process that dies gives it back. Only who dies between a server's yes and the commit sends twice, and then under
 * the same Message-ID.
 */
async function sendNext(tx: Transaction, post: Post): Promise<'sent' | 'not sent' | null> {
  const [mail] = await tx
    .select()
    .from(mails)
    .where(and(isNotNull(mails.dueAt), lte(mails.dueAt, sql`now()`)))
    .orderBy(asc(mails.dueAt))
    .limit(1)
    .for('update', { skipLocked: true })
  if (!mail) return null
  const tries = mail.tries + 1
  const fault = await faultIn(post(mail))
  const dueAt = fault && whenAgain(tries, { isFinal: fault.isFinal, now: new Date() })
  await tx
    .update(mails)
    .set({
      ...{ tries, dueAt, sentAt: fault ? null : new Date(), fault: fault?.sentence ?? null },
      ...(!dueAt && { subject: '', text: '', html: null, leaveAt: null }),
    })
    .where(eq(mails.id, mail.id))
  return fault ? 'not sent' : 'sent'
}

/** What keeps a mail from being sent; `isFinal` when the server says that it never will be. */
async function faultIn(posted: Posted): Promise<{ sentence: string; isFinal: boolean } | null> {
  try {
    await posted
    return null
  } catch (error) {
    const { message, command, responseCode = 0 } = error as Error & Answer
    // Other noes, such as of a password, are about us: then the mail can wait until that is mended.
    return { sentence: message.slice(0, 500), isFinal: command === 'RCPT TO' && responseCode >= 500 }
  }
}

/** What nodemailer adds to an error: the command that a server answered, and how. */
type Answer = { command?: string; responseCode?: number }
