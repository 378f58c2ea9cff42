import { z } from 'zod'
import { providerRefusals } from '../../server/identity/identity'
import type { RefusalCode } from '../../server/refusal'

const codeShape = z.enum(providerRefusals)

/** Why signing in by the provider did not work, by the address of the page that it ended at; null where it did not fail. */
export function providerRefusal(asked: { refused?: unknown; error?: unknown }): RefusalCode | null {
  if (asked.refused !== undefined) return codeShape.catch('provider-failed').parse(asked.refused)
  // next-auth's own words: it could not begin, or what came back from the provider did not hold.
  if (asked.error === 'OAuthSignin') return 'provider-unreachable'
  return asked.error === undefined ? null : 'provider-failed'
}
