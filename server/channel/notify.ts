import { sql } from 'drizzle-orm'
import type { Database, Transaction } from '../../db/client'

/** What the parts of the server tell each other through Postgres, also inside one process. */
export type Messages = {
  session_ended: { sessionId: string }
  member_changed: { memberId: string }
  desk_changed: { deskId: string }
  rows_changed: { articleId: string }
  article_removed: { articleId: string }
  publication_made: { publicationId: string }
  release_planned: Record<string, never>
  pages_changed: { paths: string[] }
  mail_written: Record<string, never>
  delivery_written: Record<string, never>
  log_grew: Record<string, never>
  rule_fires: Record<string, never>
}
export type Channel = keyof Messages

/** Tells all processes something; in a transaction they hear it when, and only if, it commits. */
export async function notify<C extends Channel>(
  at: Pick<Database | Transaction, 'execute'>,
  channel: C,
  message: Messages[C],
): Promise<void> {
  await at.execute(sql`select pg_notify(${channel}, ${JSON.stringify(message)})`)
}
