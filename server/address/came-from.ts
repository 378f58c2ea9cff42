import ipaddr from 'ipaddr.js'

/**
 * The network address a request counts as: the sender's own or, when the sender is a proxy that the settings trust
 * (addresses, or ranges as in 10.0.0.0/8), the last one it reports. What anybody else says of itself is not believed.
 */
export function cameFrom(
  sender: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: readonly string[],
): string {
  if (!sender || !ipaddr.isValid(sender)) return 'unknown'
  const own = ipaddr.process(sender)
  const reported = forwardedFor?.split(',').at(-1)?.trim() ?? ''
  const isBelieved = trustedProxies.some((range) => isWithin(own, range)) && ipaddr.isValid(reported)
  return (isBelieved ? ipaddr.process(reported) : own).toString()
}

/** The network an address counts as: an IPv6 sender has 2^64 addresses of their own, one as good as another. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  return `${parsed.toNormalizedString().split(':').slice(0, 4).join(':')}::/64`
}

/** Whether this names an address or a range of them. */
export function isAddressRange(text: string): boolean {
  return ipaddr.isValid(text) || ipaddr.isValidCIDR(text)
}

function isWithin(address: ipaddr.IPv4 | ipaddr.IPv6, range: string): boolean {
  if (!range.includes('/')) return ipaddr.process(range).toString() === address.toString()
  const [start, bits] = ipaddr.parseCIDR(range)
  return start.kind() === address.kind() && address.match(start, bits)
}
