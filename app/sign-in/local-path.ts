const anywhere = 'http://here.invalid'

/** A path on this server to go to after signing in; the start page for anything that leads elsewhere. */
export function localPath(asked: string | string[] | undefined): string {
  if (typeof asked !== 'string' || !asked.startsWith('/') || !URL.canParse(asked, anywhere)) return '/'
  const { origin, pathname, search, hash } = new URL(asked, anywhere)
  return origin === anywhere ? `${pathname}${search}${hash}` : '/'
}
