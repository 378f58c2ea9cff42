import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { whyUnresolved } from '../../server/article/fetch/pinned-agent'
import { isPublicAddress } from '../../server/article/fetch/private-address'
import { type FetchOptions, fetchPage } from '../../server/article/fetch-page'
import { Refused } from '../../server/refusal'

const servers: Server[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

/** A real server on this machine that answers as told, and the options that let a test fetch from it. */
async function aSite(answer: RequestListener): Promise<{ address: string; options: FetchOptions }> {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a TCP server's address has a port
  const options = { allowPrivate: (host: string, asked: number) => host === '127.0.0.1' && asked === port }
  return { address: `http://127.0.0.1:${port}`, options }
}

/** The code of the refusal that fetching ends in. */
async function refusalOf(address: string, options?: FetchOptions): Promise<string> {
  const fault: unknown = await fetchPage(address, options).then(
    () => new Error('nothing was refused'),
    (reason) => reason,
  )
  if (fault instanceof Refused) return fault.refusal.code
  throw fault
}

const page = '<html><body><p>The lock gate was closed at noon.</p></body></html>'

describe('a page is fetched', () => {
  test('with its text, its type and the address it stands at after a redirect', async () => {
    const site = await aSite((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new?a=1#part' }).end()
      else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
    })
    const fetched = await fetchPage(`${site.address}/old`, site.options)
    expect(fetched).toMatchObject({
      html: page,
      address: `${site.address}/new?a=1`,
      contentType: 'text/html; charset=utf-8',
    })
  })

  test.each([
    ['gzip', gzipSync(page)],
    ['br', brotliCompressSync(page)],
  ])('packed as %s', async (encoding, bytes) => {
    const site = await aSite((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': encoding }).end(bytes),
    )
    expect((await fetchPage(site.address, site.options)).html).toBe(page)
  })

  test('in the charset its header names', async () => {
    const site = await aSite((_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' })
        .end(Buffer.from('<p>Über Köln</p>', 'latin1')),
    )
    expect((await fetchPage(site.address, site.options)).html).toBe('<p>Über Köln</p>')
  })

  test('in the charset the page itself names', async () => {
    const bytes = Buffer.concat([
      Buffer.from('<meta charset="windows-1251"><p>'),
      Buffer.from([0xcf, 0xf0, 0xe8]),
      Buffer.from('</p>'),
    ])
    const site = await aSite((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(bytes),
    )
    expect((await fetchPage(site.address, site.options)).html).toContain('При')
  })

  test('by a client that says who it is', async () => {
    const agents: (string | undefined)[] = []
    const site = await aSite((request, response) => {
      agents.push(request.headers['user-agent'])
      response.writeHead(200, { 'content-type': 'text/plain' }).end('Plain words.')
    })
    await fetchPage(site.address, site.options)
    expect(agents).toEqual([expect.stringContaining('Proofroom')])
  })
})

describe('a private address is refused', () => {
  test.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::a00:1]/',
    'http://[2002:7f00:1::]/',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://169.254.169.254/latest/meta-data/',
    'http://168.63.129.16/',
    'http://10.1.2.3/',
    'http://192.168.0.1/',
    'http://100.64.0.1/',
    'http://0.0.0.0/',
    'http://[fe80::1]/',
    'http://[fd00::1]/',
  ])('%s', async (address) => {
    expect(await refusalOf(address)).toBe('address-private')
  })

  test('when a page redirects to it', async () => {
    const reached: string[] = []
    const inner = await aSite((request, response) => {
      reached.push(request.url ?? '')
      response.end(page)
    })
    const site = await aSite((_, response) =>
      response.writeHead(302, { location: `${inner.address}/secret` }).end(),
    )
    expect(await refusalOf(site.address, site.options)).toBe('address-private')
    expect(reached).toEqual([])
  })

  test('on a port that is not the web’s', async () => {
    expect(await refusalOf('http://93.184.215.14:22/')).toBe('address-private')
  })

  test('while addresses anybody may reach are public', () => {
    expect(['93.184.215.14', '2606:2800:21f:cb07::1'].map(isPublicAddress)).toEqual([true, true])
  })
})

describe('an address is refused as none', () => {
  test.each([
    'ftp://example.org/',
    'file:///etc/passwd',
    'http://ana:secret@example.org/',
    'not an address',
    'javascript:1',
  ])('%s', async (address) => {
    expect(await refusalOf(address)).toBe('address-invalid')
  })

  test('a redirect to another scheme, too', async () => {
    const site = await aSite((_, response) =>
      response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    )
    expect(await refusalOf(site.address, site.options)).toBe('address-invalid')
  })

  test('a name that leads nowhere is not found', async () => {
    expect(await refusalOf('http://no-such-newsroom.invalid/')).toBe('address-not-found')
  })

  test.each([
    ['ENOTFOUND', 'address-not-found'],
    ['EAI_AGAIN', 'address-unreachable'],
    ['EAI_FAIL', 'address-unreachable'],
    ['EMFILE', 'address-unreachable'],
  ])('a name whose resolver answers with %s is %s', (code, refused) => {
    expect(whyUnresolved(Object.assign(new Error(code), { code }))).toEqual({ code: refused })
  })

  test('a port where nobody listens is unreachable', async () => {
    const site = await aSite((_, response) => response.end())
    const [server] = servers.splice(0)
    await new Promise((resolve) => server?.close(resolve))
    expect(await refusalOf(site.address, site.options)).toBe('address-unreachable')
  })
})

describe('an answer that is no page is refused', () => {
  test.each([
    [404, 'page-missing'],
    [410, 'page-missing'],
    [401, 'page-refused'],
    [403, 'page-refused'],
    [429, 'page-refused'],
    [451, 'page-refused'],
    [500, 'page-failed'],
    [503, 'page-failed'],
  ])('status %i is %s', async (status, code) => {
    const site = await aSite((_, response) =>
      response.writeHead(status, { 'content-type': 'text/html' }).end(page),
    )
    expect(await refusalOf(site.address, site.options)).toBe(code)
  })

  test('a picture', async () => {
    const site = await aSite((_, response) =>
      response.writeHead(200, { 'content-type': 'image/png' }).end('PNG'),
    )
    expect(await refusalOf(site.address, site.options)).toBe('page-not-html')
  })

  test('bytes that only call themselves a page', async () => {
    const site = await aSite((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(Buffer.from([0x89, 0x50, 0, 0, 1])),
    )
    expect(await refusalOf(site.address, site.options)).toBe('page-not-html')
  })

  test('an empty one', async () => {
    const site = await aSite((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(' \n'),
    )
    expect(await refusalOf(site.address, site.options)).toBe('page-empty')
  })

  test('a packed one that does not unpack', async () => {
    const site = await aSite((_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
        .end('not packed at all'),
    )
    expect(await refusalOf(site.address, site.options)).toBe('page-failed')
  })

  test('one that is too large', async () => {
    const site = await aSite((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('x'.repeat(20_000)),
    )
    expect(await refusalOf(site.address, { ...site.options, maxBytes: 10_000 })).toBe('page-too-large')
  })

  test('a small archive of a large page', async () => {
    const bomb = gzipSync('0'.repeat(3_000_000))
    expect(bomb.length).toBeLessThan(10_000)
    const site = await aSite((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(bomb),
    )
    expect(await refusalOf(site.address, { ...site.options, maxBytes: 1_000_000 })).toBe('page-too-large')
  })
})

describe('an endless errand is ended', () => {
  test('three redirects are followed and a fourth is not', async () => {
    const site = await aSite((request, response) => {
      const left = Number(request.url?.slice(1))
      if (left > 0) response.writeHead(302, { location: `/${left - 1}` }).end()
      else response.writeHead(200, { 'content-type': 'text/html' }).end(page)
    })
    expect((await fetchPage(`${site.address}/3`, site.options)).html).toBe(page)
    expect(await refusalOf(`${site.address}/4`, site.options)).toBe('address-too-many-redirects')
  })

  test('a site that never answers', async () => {
    const site = await aSite(() => {})
    expect(await refusalOf(site.address, { ...site.options, timeout: 200 })).toBe('address-too-slow')
  })

  test('a page that never ends', async () => {
    const site = await aSite((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.write('<p>One word')
    })
    expect(await refusalOf(site.address, { ...site.options, timeout: 200 })).toBe('address-too-slow')
  })

  test('a packed page that never ends', async () => {
    const site = await aSite((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
      response.write(gzipSync(page).subarray(0, 20))
    })
    expect(await refusalOf(site.address, { ...site.options, timeout: 200 })).toBe('address-too-slow')
  })
})
