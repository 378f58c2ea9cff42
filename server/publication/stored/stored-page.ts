/** A finished page as every process keeps it, in three encodings; an empty one is not offered (fonts are packed already). */
export type StoredPage = PageHead & { bytes: Buffer; gzip: Buffer; brotli: Buffer }
type PageHead = { path: string; canonical: string; contentType: string; etag: string }

export type Coding = 'bytes' | 'gzip' | 'brotli'
/** What is known of a page before its bytes are at hand. */
export type AnswerablePage = PageHead & { codings: Coding[] }
export type Asked = { path: string; acceptEncoding: string; ifNoneMatch: string }
export type Answer = { status: 200 | 301 | 304; headers: Record<string, string>; body: Coding | null }

/** The path a page is kept under: numbers are enough to find a claim or an article, whatever slug is written behind. */
export function keptUnder(path: string): string {
  return /^\/[ac]\/\d+(?=-[^/]*$)/.exec(path)?.[0] ?? path
}

/** The page for addresses where nothing is, or not yet: kept under a name that no address has. */
export const missingPath = 'missing'

/** What to answer to somebody who asks for a page: the page, that theirs is still good, or where it is read. */
export function answerTo(asked: Asked, page: AnswerablePage): Answer {
  if (asked.path !== page.canonical) return redirectTo(page.canonical)
  const coding = codingFor(asked.acceptEncoding, page.codings)
  const etag = `"${page.etag}-${coding}"`
  const headers = {
    'cache-control': cachingOf(page.path),
    etag,
    vary: 'accept-encoding',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    ...(isForMachines(page)
      ? { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }
      : { 'cross-origin-resource-policy': 'same-origin' }),
  }
  if (matches(asked.ifNoneMatch, etag)) return { status: 304, headers, body: null }
  const name = names[coding]
  return {
    status: 200,
    headers: {
      ...headers,
      'content-type': page.contentType,
      ...(name && { 'content-encoding': name }),
      ...(page.contentType.startsWith('text/html') && { 'content-security-policy': policyOf(page.path) }),
    },
    body: coding,
  }
}

/** What a page may do: one that is made for frames stands in anybody's. */
const policyOf = (path: string) =>
  path.startsWith('/embed/') ? policy.replace("frame-ancestors 'none'", 'frame-ancestors *') : policy

/** Nothing runs, nothing is sent, nothing comes from elsewhere: readers' pages need none of it. */
export const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

function redirectTo(canonical: string): Answer {
  // A corrected statement moves the page again, so nobody may keep the answer.
  return { status: 301, headers: { location: canonical, 'cache-control': 'no-cache' }, body: null }
}

/** What programs of others read, from wherever they run: the log and the records it seals. */
function isForMachines({ path, contentType }: PageHead): boolean {
  if (path.startsWith('/embed/')) return true
  return !contentType.startsWith('text/html') && !path.startsWith('/assets/')
}

function cachingOf(path: string): string {
  // The names of assets change with what they hold.
  // A tile that is full never changes, nor does one of a width.
  if (path.startsWith('/assets/') || path.startsWith('/log/tile/'))
    return 'public, max-age=31536000, immutable'
  if (/^\/c\/\d+\/v\/\d+$/.test(path)) return 'public, max-age=3600'
  return 'public, max-age=0, must-revalidate'
}

const names: Record<Coding, string> = { bytes: '', gzip: 'gzip', brotli: 'br' }
const byWorth: Coding[] = ['brotli', 'gzip']

/** The smallest encoding that the asker takes (RFC 9110, 12.5.3). */
function codingFor(acceptEncoding: string, offered: Coding[]): Coding {
  const accepted = new Map<string, number>()
  for (const part of acceptEncoding.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim())
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1'
    accepted.set(name, Number(weight) || 0)
  }
  const takes = (coding: Coding) => (accepted.get(names[coding]) ?? accepted.get('*') ?? 0) > 0
  return byWorth.find((coding) => offered.includes(coding) && takes(coding)) ?? 'bytes'
}

function matches(ifNoneMatch: string, etag: string): boolean {
  const known = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return known.includes(etag) || known.includes('*')
}

/** The encodings in which a page's bytes are there. */
export function codingsOf(page: Pick<StoredPage, 'gzip' | 'brotli'>): Coding[] {
  return ['bytes', ...byWorth.filter((coding) => coding !== 'bytes' && page[coding].length > 0)]
}
