import ipaddr from 'ipaddr.js'

// ipaddr.js calls these public, yet they lead to an IPv4 address inside: compatible, NAT64, 6to4, ISATAP-like.
const carriers = ['::/96', '64:ff9b::/96', '64:ff9b:1::/48', '2002::/16', '2001::/32'].map((range) =>
  ipaddr.IPv6.parseCIDR(range),
)

// The inner side of a cloud, under an address that looks public: Azure's metadata and DNS.
const inClouds = new Set(['168.63.129.16'])

/** Whether an IP address is one that anybody on the internet may reach; everything special or private is not. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (parsed.range() !== 'unicast' || inClouds.has(parsed.toString())) return false
  return parsed.kind() === 'ipv4' || !carriers.some((range) => parsed.match(range))
}
