import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { networkOf } from '../../../address/came-from'
import { allowed, type Computed, window } from './limits'

/** How a request counts: the headers that say so, and whether it is one too many. */
export type Counted = { isOver: boolean; headers: Record<string, string> }

// In the memory of each process, by itself: they hold with the database away, and no address is kept anywhere.
const limiters = {
  search: limiterOf('search'),
  oembed: limiterOf('oembed'),
  mcp: limiterOf('mcp'),
  changes: limiterOf('changes'),
} satisfies Record<Computed, RateLimiterMemory>

/**
 * Counts one request for what has to be looked up, for the network it comes from; the headers are those of
 * draft-ietf-httpapi-ratelimit-headers-10.
 */
export async function countRequest(of: Computed, address: string): Promise<Counted> {
  const state = await limiters[of].consume(networkOf(address)).catch((over: unknown) => {
    if (over instanceof RateLimiterRes) return over
    throw over
  })
  const isOver = state.consumedPoints > allowed[of]
  const left = Math.ceil(state.msBeforeNext / 1_000)
  return {
    isOver,
    headers: {
      'ratelimit-policy': `"${of}";q=${allowed[of]};w=${window}`,
      ratelimit: `"${of}";r=${state.remainingPoints};t=${left}`,
      ...(isOver && { 'retry-after': String(left) }),
    },
  }
}

function limiterOf(of: Computed): RateLimiterMemory {
  return new RateLimiterMemory({ keyPrefix: of, points: allowed[of], duration: window })
}
