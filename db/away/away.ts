/** Thrown when no database answers at the address: it may later. */
export class DatabaseAway extends Error {
  // Next's bundle and the server process hold their own copy of this class: they know it by its code.
  readonly code = 'DATABASE_AWAY'

  constructor(message = 'the database does not answer', options?: ErrorOptions) {
    super(message, options)
  }
}

/**
 * Whether something failed because the database did not answer, or went away while it did: whoever asked did nothing
 * wrong, and may ask again.
 */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as Error & { code?: unknown }
  return (
    code === 'DATABASE_AWAY' ||
    (typeof code === 'string' && isGoing(code)) ||
    broken.some((start) => error.message.startsWith(start)) ||
    isAway(error.cause)
  )
}

/** Postgres answers with five digits and letters: whoever does so is there, unless it says that it is stopping or starting. */
export function isNoAnswer(code: string | undefined): boolean {
  return !/^[0-9A-Z]{5}$/.test(code ?? '') || isGoing(code ?? '')
}

// SQLSTATE: 57P01 to 57P03 as it stops, crashes or starts, class 08 for connections.
const isGoing = (code: string) => /^(57P|08...$)/.test(code)

/** What the driver says of a connection that broke, without a code. */
const broken = ['Connection terminated', 'Client has encountered a connection error']
