import { type Dispatcher, request } from 'undici'
import type { DeliveryFault } from '../../../db/vocabulary'
import { pinnedAgent } from '../../article/fetch/pinned-agent'
import { settings } from '../../env'
import { Refused } from '../../refusal'
import { whyNotAddress } from './webhook'

/** What became of a request: whether it was taken, and the HTTP status where somebody answered. */
export type Answer = { fault: DeliveryFault | null; status: number | null }

/** In ms, from the first look for the host until its answer has begun. */
const patience = 10_000
const mostAnswerBytes = 16_384

/**
 * Posts JSON to an address. It goes to public addresses alone, besides those the installation allows; follows no
 * redirect, waits ten seconds at the longest and reads nothing of the answer but its status.
 */
export async function sendRequest(
  address: string,
  { body, headers }: { body: string; headers: Record<string, string> },
): Promise<Answer> {
  // A setting may have been taken back since the address was kept.
  if (whyNotAddress(address, isAllowed)) return { fault: 'private', status: null }
  const signal = AbortSignal.timeout(patience)
  const dispatcher = pinnedAgent({
    allowPrivate: (host, port) => isAllowed(`${host}:${port}`),
    timeout: patience,
  })
  try {
    const asked = { 'content-type': 'application/json', 'user-agent': 'Proofroom webhooks', ...headers }
    const response = await request(address, { method: 'POST', body, headers: asked, dispatcher, signal })
    await leaveUnread(response)
    return { fault: faultOf(response.statusCode), status: response.statusCode }
  } catch (error) {
    return { fault: whyNoAnswer(error, signal), status: null }
  } finally {
    await dispatcher.destroy()
  }
}

/** Whether the installation's settings name a host and port as trusted. */
export const isAllowed = (named: string) => settings().webhookAllowPrivate.includes(named)

// The status has been said: how the rest of the answer ends changes nothing.
async function leaveUnread({ body }: Dispatcher.ResponseData): Promise<void> {
  body.on('error', () => {})
  await body.dump({ limit: mostAnswerBytes }).catch(() => {})
}

function faultOf(status: number): DeliveryFault | null {
  if (status >= 200 && status < 300) return null
  if (status >= 300 && status < 400) return 'redirect'
  return status === 410 ? 'gone' : 'answer'
}

function whyNoAnswer(error: unknown, signal: AbortSignal): DeliveryFault {
  const refused = refusedWithin(error)?.refusal.code
  if (refused === 'address-private') return 'private'
  if (refused === 'address-not-found') return 'unknown-host'
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return signal.aborted || /TIMEOUT|ETIMEDOUT/.test(code) ? 'slow' : 'unreachable'
}

// undici may wrap what the connector threw.
function refusedWithin(error: unknown): Refused | null {
  if (error instanceof Refused) return error
  return error instanceof Error && error.cause ? refusedWithin(error.cause) : null
}
