import { openToAll } from '../api/problem'
import { verifyPath } from '../log/log-paths'

/** A finished page as every process keeps it, in three encodings; an empty one is not offered (fonts are packed already). */
export type StoredPage = PageHead & { bytes: Buffer; gzip: Buffer; brotli: Buffer }
type PageHead = {
  path: string
  canonical: string
  contentType: string
  etag: string
  /** When what stands in it last changed. */
  madeAt: Date
}

export type Coding = 'bytes' | 'gzip' | 'brotli'
/** What is known of a page before its bytes are at hand. */
export type AnswerablePage = PageHead & {
  codings: Coding[]
  /** The styles that stand in it, as its policy names them. */
  styles: string[]
}
export type Asked = { path: string; acceptEncoding: string; ifNoneMatch: string; ifModifiedSince?: string }
export type Answer = {
  status: 200 | 301 | 304
  headers: Readonly<Record<string, string>>
  body: Coding | null
}

/** The path a page is kept under: numbers find a claim, an article or a dossier, and what is below it, whatever slug is written behind. */
export function keptUnder(path: string): string {
  return path.replace(/^(\/[acd]\/\d+)-[^/]*/, '$1')
}

/** The page for addresses where nothing is, or not yet: kept under a name that no address has. */
export const missingPath = 'missing'

/** What to answer to somebody who asks for a page: the page, that theirs is still good, or where it is read. */
export function answerTo(asked: Asked, page: AnswerablePage): Answer {
  if (asked.path !== page.canonical) return redirectTo(page.canonical)
  const { etag, whole, unchanged } = readyAnswers(page, codingFor(asked.acceptEncoding, page.codings))
  return isKnown(asked, page.madeAt, etag) ? unchanged : whole
}

/** Both answers that one encoding of a page may have. */
type Ready = { etag: string; whole: Answer; unchanged: Answer }

// A page is asked for a thousand times a second; what is said of it is put together once.
const ready = new WeakMap<AnswerablePage, Partial<Record<Coding, Ready>>>()

function readyAnswers(page: AnswerablePage, coding: Coding): Ready {
  const known = ready.get(page) ?? {}
  const answers = known[coding] ?? putTogether(page, coding)
  if (!known[coding]) ready.set(page, { ...known, [coding]: answers })
  return answers
}

function putTogether(page: AnswerablePage, coding: Coding): Ready {
  const etag = `"${page.etag}-${coding}"`
  const headers = {
    'cache-control': cachingOf(page.path),
    etag,
    'last-modified': page.madeAt.toUTCString(),
    vary: 'accept-encoding',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    ...(isForMachines(page) ? openToAll : { 'cross-origin-resource-policy': 'same-origin' }),
    // The page of the claim is the one to find.
    ...(isCopy(page.path) && { 'x-robots-tag': 'noindex' }),
  }
  const name = names[coding]
  const whole = {
    ...headers,
    'content-type': page.contentType,
    ...(name && { 'content-encoding': name }),
    ...(page.contentType.startsWith('text/html') && { 'content-security-policy': policyOf(page) }),
  }
  return {
    etag,
    whole: { status: 200, headers: whole, body: coding },
    unchanged: { status: 304, headers, body: null },
  }
}

/** What a page may do: frames stand in anybody's, the list has a form that narrows it, one runs our script and reads our files. */
function policyOf({ path, styles }: AnswerablePage): string {
  const policy = policyWith(styles)
  if (path.startsWith('/embed/')) return policy.replace("frame-ancestors 'none'", 'frame-ancestors *')
  if (path === '/latest') return policy.replace("form-action 'none'", "form-action 'self'")
  return path === verifyPath ? `${policy}; script-src 'self'` : policy
}

/**
 * Nothing runs, nothing is sent, nothing comes from elsewhere: readers' pages need none of it. Programs that look at a
 * page from inside a browser ask our host for robots.txt, which is all that may be fetched.
 */
export function policyWith(styles: string[]): string {
  return [
    "default-src 'none'",
    `style-src ${["'self'", ...styles].join(' ')}`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

function redirectTo(canonical: string): Answer {
  // A corrected statement moves the page again, so nobody may keep the answer.
  return { status: 301, headers: { location: canonical, 'cache-control': 'no-cache' }, body: null }
}

/** What programs of others read, from wherever they run: the log, the records it seals, checks to take along. */
export function isForMachines({ path, contentType }: Pick<PageHead, 'path' | 'contentType'>): boolean {
  if (path.startsWith('/embed/') || isCopy(path)) return true
  return !contentType.startsWith('text/html') && !path.startsWith('/assets/')
}

/** Whether it is a file in which checks leave the house. */
const isCopy = (path: string) => /^\/[ac]\/.+\/checks?\.\w+$/.test(path)

function cachingOf(path: string): string {
  // The names of assets change with what they hold.
  // A tile that is full never changes, nor does one of a width.
  if (path.startsWith('/assets/') || path.startsWith('/log/tile/'))
    return 'public, max-age=31536000, immutable'
  if (/^\/[cd]\/\d+\/v\/\d+(\/(check|card[-a-z]*)\.\w+)?$/.test(path)) return 'public, max-age=3600'
  return 'public, max-age=0, must-revalidate'
}

const names: Record<Coding, string> = { bytes: '', gzip: 'gzip', brotli: 'br' }
const byWorth: Coding[] = ['brotli', 'gzip']

/** The smallest encoding that the asker takes (RFC 9110, 12.5.3). */
function codingFor(acceptEncoding: string, offered: Coding[]): Coding {
  const taken = takenBy.get(acceptEncoding) ?? readTaken(acceptEncoding)
  return taken.find((coding) => offered.includes(coding)) ?? 'bytes'
}

// Browsers say one of a few things; what others say is not remembered without end.
const takenBy = new Map<string, Coding[]>()
const mostRemembered = 100

function readTaken(acceptEncoding: string): Coding[] {
  const accepted = new Map<string, number>()
  for (const part of acceptEncoding.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim())
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1'
    accepted.set(name, Number(weight) || 0)
  }
  const taken = byWorth.filter((coding) => (accepted.get(names[coding]) ?? accepted.get('*') ?? 0) > 0)
  if (takenBy.size < mostRemembered) takenBy.set(acceptEncoding, taken)
  return taken
}

/** Whether the asker has this very page (RFC 9110, 13.1.3: a time counts only where no tag is given); the tag without its W/. */
export function isKnown(
  { ifNoneMatch, ifModifiedSince = '' }: Pick<Asked, 'ifNoneMatch' | 'ifModifiedSince'>,
  changedAt: Date | null,
  etag: string,
): boolean {
  if (ifNoneMatch) return matches(ifNoneMatch, etag)
  // A time in a header has no parts of a second; what is no time compares as false.
  return changedAt !== null && Date.parse(ifModifiedSince) >= Math.floor(changedAt.getTime() / 1_000) * 1_000
}

function matches(ifNoneMatch: string, etag: string): boolean {
  const known = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return known.includes(etag) || known.includes('*')
}

/** The encodings in which a page's bytes are there. */
export function codingsOf(page: Pick<StoredPage, 'gzip' | 'brotli'>): Coding[] {
  return ['bytes', ...byWorth.filter((coding) => coding !== 'bytes' && page[coding].length > 0)]
}
