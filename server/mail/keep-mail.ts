import { v7 } from 'uuid'
import type { Transaction } from '../../db/client'
import { mails } from '../../db/schema'
import { notify } from '../channel/notify'
import { refuseIf } from '../refusal'
import { type Mail, whyNotMail } from './mail'

/** Keeps a mail with what it is about, in one transaction; it is sent if, and only if, that commits, once per key. */
export async function keepMail(tx: Transaction, mail: Mail): Promise<void> {
  refuseIf(whyNotMail(mail))
  await tx
    .insert(mails)
    .values({ id: v7(), ...mail })
    .onConflictDoNothing({ target: mails.key })
  await notify(tx, 'mail_written', {})
}
