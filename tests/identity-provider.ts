import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Somebody with an account at the provider; `name` is what its page calls the button. */
export type Account = {
  sub: string
  name: string
  email: string
  email_verified?: boolean
  /** Whether the address is said only by the userinfo endpoint. */
  isReticent?: boolean
}

type Begun = { account: Account; nonce: string | null; challenge: string; redirectUri: string }

export type IdentityProvider = {
  issuer: string
  clientId: string
  clientSecret: string
  /** What the next tokens say otherwise than they should. */
  falsify: (claims: Record<string, unknown>) => void
  /** What a browser gets that chose an account on the page of a sign-in: the address to go back to. */
  choose: (authorizationUrl: string, sub: string) => string
  /** Opens the same port again after `close`. */
  open: () => Promise<void>
  close: () => Promise<void>
}

/** A small OpenID provider of its own, over HTTP: discovery, authorization code with PKCE, signed tokens, userinfo. */
export async function startIdentityProvider(accounts: Account[]): Promise<IdentityProvider> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const [clientId, clientSecret] = ['proofroom', randomBytes(16).toString('hex')]
  const codes = new Map<string, Begun>()
  const access = new Map<string, Account>()
  let falsified: Record<string, unknown> = {}
  let issuer = ''

  function tokensFor({ account, nonce }: Begun) {
    const now = Math.floor(Date.now() / 1000)
    const { name, isReticent, ...person } = account
    const claims = {
      ...{ iss: issuer, aud: clientId, iat: now, exp: now + 300, nonce, name },
      ...(isReticent ? { sub: person.sub } : person),
      ...falsified,
    }
    falsified = {}
    const token = randomBytes(16).toString('hex')
    access.set(token, account)
    return { access_token: token, token_type: 'Bearer', expires_in: 300, id_token: signed(claims) }
  }

  function signed(claims: object): string {
    const said = [{ alg: 'RS256', kid: 'one' }, claims]
      .map((part) => base64url(JSON.stringify(part)))
      .join('.')
    return `${said}.${sign('sha256', Buffer.from(said), keys.privateKey).toString('base64url')}`
  }

  function choose(authorizationUrl: string, sub: string): string {
    const asked = new URL(authorizationUrl).searchParams
    const account = accounts.find((one) => one.sub === sub)
    const [redirectUri, state, challenge] = ['redirect_uri', 'state', 'code_challenge'].map(
      (name) => asked.get(name) ?? '',
    ) as [string, string, string]
    if (!account || !challenge || asked.get('client_id') !== clientId)
      throw new Error('not a sign-in of ours')
    const code = randomBytes(16).toString('hex')
    codes.set(code, { account, nonce: asked.get('nonce'), challenge, redirectUri })
    return `${redirectUri}?${new URLSearchParams({ code, state, iss: issuer })}`
  }

  /** A code works once, for who holds the secret and the verifier. */
  function exchanged(form: URLSearchParams, authorization: string) {
    const begun = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const isClient =
      authorization === `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const isRight = begun && verifier === begun.challenge && form.get('redirect_uri') === begun.redirectUri
    return isClient && isRight ? tokensFor(begun) : null
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer)
    const send = (status: number, value: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    if (url.pathname === '/.well-known/openid-configuration') return void send(200, discovery(issuer))
    if (url.pathname === '/jwks')
      return void send(200, {
        keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig' }],
      })
    if (url.pathname === '/token') {
      const tokens = exchanged(
        new URLSearchParams(await bodyOf(request)),
        request.headers.authorization ?? '',
      )
      return void send(tokens ? 200 : 400, tokens ?? { error: 'invalid_grant' })
    }
    if (url.pathname === '/userinfo') {
      const account = access.get((request.headers.authorization ?? '').replace('Bearer ', ''))
      return void send(account ? 200 : 401, account ?? { error: 'invalid_token' })
    }
    const chosen = url.searchParams.get('as')
    if (chosen !== null) return void response.writeHead(302, { location: choose(url.href, chosen) }).end()
    response.writeHead(200, { 'content-type': 'text/html' }).end(page(url, accounts))
  }

  const server = createServer((request, response) => void answer(request, response))
  const listen = (port: number) => new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  await listen(0)
  const { port } = server.address() as AddressInfo // It listens on TCP.
  issuer = `http://127.0.0.1:${port}`
  return {
    ...{ issuer, clientId, clientSecret, choose },
    falsify: (claims) => {
      falsified = claims
    },
    open: () => listen(port),
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

const discovery = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  userinfo_endpoint: `${issuer}/userinfo`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
})

const page = (url: URL, accounts: Account[]) => `<!doctype html><title>Accounts</title><h1>Who are you?</h1>
${accounts.map(({ sub, name }) => `<p><a href="${escaped(`${url.href}&as=${sub}`)}">${name}</a></p>`).join('\n')}`

const escaped = (text: string) => text.replaceAll('&', '&amp;')
const base64url = (text: string) => Buffer.from(text).toString('base64url')

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}
