import { DrizzleQueryError } from 'drizzle-orm'
import { isAway } from '../../db/away/away'
import type { Refusal } from '../refusal'
import { stackAsWritten } from './read-stack'

const longestQuery = 500

/** What people are told of a fault. */
export function saidOf(fault: unknown): Refusal {
  return { code: isAway(fault) ? 'database-away' : 'fault' }
}

/**
 * A fault as it may be logged: what Postgres said of a query, without the query's parameters, which hold people's words;
 * its stack leads to the files as they were written.
 */
export function plainFault(fault: unknown): unknown {
  const plain = fault instanceof DrizzleQueryError ? withoutParameters(fault) : fault
  if (plain instanceof Error && plain.stack) plain.stack = stackAsWritten(plain.stack)
  return plain
}

function withoutParameters(fault: DrizzleQueryError): Error {
  const { cause } = fault
  const code = cause && 'code' in cause ? `${cause.code}: ` : ''
  const plain = new Error(
    `${code}${cause?.message ?? 'a query failed'} (in: ${fault.query.slice(0, longestQuery)})`,
  )
  plain.stack = `${plain.message}\n${fault.stack?.slice(fault.stack.indexOf('\n    at ') + 1) ?? ''}`
  return plain
}
