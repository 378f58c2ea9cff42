import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

const hash = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')
const keyed = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest()

/** A store of objects on this machine that speaks as S3 does, and takes only what is signed with its keys. */
export async function aBucket() {
  const keys = { accessKey: 'OURS', secretKey: 'a secret / of ours' }
  const store = {
    ...keys,
    objects: new Map<string, Buffer>(),
    puts: 0,
    isAway: false,
    endpoint: '',
    close: () => {},
  }
  const server = createServer(async (request, response) => {
    const sent: Buffer[] = []
    for await (const chunk of request) sent.push(chunk)
    const body = Buffer.concat(sent)
    const { pathname } = new URL(request.url ?? '/', 'http://here')
    const found = store.objects.get(pathname)
    if (store.isAway) return response.writeHead(503).end()
    if (whyNot(request, body, keys)) return response.writeHead(403).end(whyNot(request, body, keys))
    if (request.method === 'PUT') {
      store.puts += 1
      store.objects.set(pathname, body)
      return response.writeHead(200).end()
    }
    response.writeHead(found ? 200 : 404).end(found ?? '<Error><Code>NoSuchKey</Code></Error>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // It listens on TCP.
  store.endpoint = `http://127.0.0.1:${port}`
  store.close = () => server.close()
  return store
}

/** What is wrong with a request's signature, worked out from what arrived (AWS Signature Version 4); '' where nothing is. */
function whyNot(
  { method, url, headers }: IncomingMessage,
  body: Buffer,
  keys: { accessKey: string; secretKey: string },
) {
  const given =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    )
  const [, accessKey, day = '', region = '', names = '', signature] = given ?? []
  if (accessKey !== keys.accessKey) return 'unknown'
  const stamp = String(headers['x-amz-date'])
  const payload = String(headers['x-amz-content-sha256'])
  if (!stamp.startsWith(day) || payload !== hash(body)) return 'not what was signed'
  const { pathname, searchParams } = new URL(url ?? '/', 'http://here')
  searchParams.sort()
  const lines = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`)
  const canonical = `${method}\n${pathname}\n${searchParams}\n${lines.join('')}\n${names}\n${payload}`
  const toSign = `AWS4-HMAC-SHA256\n${stamp}\n${day}/${region}/s3/aws4_request\n${hash(canonical)}`
  const key = keyed(keyed(keyed(keyed(`AWS4${keys.secretKey}`, day), region), 's3'), 'aws4_request')
  return keyed(key, toSign).toString('hex') === signature ? '' : 'signed with another key'
}
