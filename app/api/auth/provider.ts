import type { OAuthConfig, UserinfoEndpointHandler } from 'next-auth/providers/oauth'
import type { Provider } from '../../../server/env'

/** What next-auth gets of a provider: only that somebody is vouched for is used, by `signInByProvider`. */
type Claims = { sub: string }

/** The configured identity provider for next-auth, which checks state, nonce and PKCE (RFC 7636) at each sign-in. */
export function openIdProvider({ issuer, clientId, clientSecret, name }: Provider): OAuthConfig<Claims> {
  return {
    ...{ id: 'provider', type: 'oauth', name, clientId, clientSecret },
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile' } },
    ...{ idToken: true, checks: ['pkce', 'state', 'nonce'] },
    userinfo: { request: claimsOf },
    // Who it is here is found later: next-auth wants an id and nothing else.
    profile: ({ sub }) => ({ id: sub }),
  }
}

// Some providers say an address in the token, others only when asked; both are of the same subject, which is checked.
const claimsOf: UserinfoEndpointHandler['request'] = async ({ tokens, client }) => {
  // It is openid-client's set of tokens: next-auth types it as what it was made of.
  const set = tokens as Exclude<Parameters<typeof client.userinfo>[0], string>
  const said = set.claims()
  return said.email === undefined ? { ...(await client.userinfo(set)), ...said } : said
}
