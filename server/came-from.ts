import ipaddr from 'ipaddr.js'

const near = new Set(['loopback', 'private', 'uniqueLocal', 'linkLocal'])

/**
 * The network address a request counts as: the sender's own or, when the sender is near, as a proxy in front of us
 * is, the last one it reports. What a distant sender says of itself is not believed.
 */
export function cameFrom(sender: string | undefined, forwardedFor: string | undefined): string {
  if (!sender || !ipaddr.isValid(sender)) return 'unknown'
  const own = ipaddr.process(sender)
  const reported = forwardedFor?.split(',').at(-1)?.trim() ?? ''
  const isBelieved = near.has(own.range()) && ipaddr.isValid(reported)
  return (isBelieved ? ipaddr.process(reported) : own).toString()
}
