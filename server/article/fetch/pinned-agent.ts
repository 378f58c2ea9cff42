import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { Agent, buildConnector } from 'undici'
import { type Refusal, Refused } from '../../refusal'
import { isPublicAddress } from './private-address'

export type AllowPrivate = (host: string, port: number) => boolean

/**
 * An agent that connects only to public addresses on the ports of the web.
 * The name is resolved, checked and then connected to by the checked address itself, so it cannot change in between.
 */
export function pinnedAgent({
  allowPrivate,
  timeout,
}: {
  allowPrivate: AllowPrivate
  timeout: number
}): Agent {
  const connector = buildConnector({ timeout, allowH2: false })
  return new Agent({
    connect(options, callback) {
      const host = options.hostname.replace(/^\[|\]$/g, '')
      const port = Number(options.port) || (options.protocol === 'https:' ? 443 : 80)
      checkedAddress(host, port, allowPrivate).then(
        (address) => {
          const servername = isIP(host) ? undefined : host
          connector({ ...options, hostname: address, host: undefined, servername }, callback)
        },
        (reason: Error) => callback(reason, null),
      )
    },
    pipelining: 1,
    maxResponseSize: -1,
  })
}

async function checkedAddress(host: string, port: number, allowPrivate: AllowPrivate): Promise<string> {
  const allowed = allowPrivate(host, port)
  if (!allowed && port !== 80 && port !== 443) throw new Refused({ code: 'address-private' })
  const addresses = isIP(host) ? [host] : await resolved(host)
  // One private answer among public ones is enough to refuse: it is how names are pointed inwards.
  if (!allowed && !addresses.every(isPublicAddress)) throw new Refused({ code: 'address-private' })
  const first = addresses[0]
  if (!first) throw new Refused({ code: 'address-not-found' })
  return first
}

async function resolved(host: string): Promise<string[]> {
  try {
    return (await lookup(host, { all: true, verbatim: false })).map(({ address }) => address)
  } catch (fault) {
    throw new Refused(whyUnresolved(fault))
  }
}

/** What a name that could not be resolved is refused with: that it is nobody's is known only where a resolver said so. */
export function whyUnresolved(fault: unknown): Refusal {
  const code = fault instanceof Error && 'code' in fault ? fault.code : null
  // Any other fault (EAI_AGAIN) is one of a resolver, often our own: the name may be somebody's all the same.
  return { code: code === 'ENOTFOUND' ? 'address-not-found' : 'address-unreachable' }
}
