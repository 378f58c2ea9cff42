import { TRPCClientError } from '@trpc/client'
import { type Refusal, say } from '../../server/refusal'
import type { AppRouter } from '../../server/router'

/** The sentence for the screen when a call to the newsroom failed, whatever the reason. */
export function sentenceOf(error: unknown): string {
  if (!isOurs(error) || !error.data) return say({ code: 'unreachable' })
  return error.message
}

/** The rule's own answer, where a screen shows it beside the thing it is about; null when it was no refusal. */
export function refusalOf(error: unknown): Refusal | null {
  return isOurs(error) ? (error.data?.refusal ?? null) : null
}

/** Whether asking again would bring the same answer. */
export function wasRefused(error: unknown): boolean {
  return isOurs(error) && (error.data?.httpStatus ?? 500) < 500
}

function isOurs(error: unknown): error is TRPCClientError<AppRouter> {
  return error instanceof TRPCClientError
}
