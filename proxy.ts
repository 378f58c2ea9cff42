import { type NextRequest, NextResponse } from 'next/server'

/** Gives each page of the workspace a policy under which only its own scripts run; rights are checked in the acts. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID())
  const policy = policyFor(nonce)
  const headers = new Headers(request.headers)
  // Next reads the nonce for its own scripts from here.
  headers.set('content-security-policy', policy)
  headers.set('x-nonce', nonce)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

// Public pages carry a policy of their own and are made once, files of the build never change, and
// addresses for machines answer no HTML: none of them pays for this.
export const config = {
  matcher: [
    '/((?!c/|a/|d/|desks/|reports/|follows/|embed/|oembed|feeds/|log|robots|trust\\.txt|security\\.txt|\\.well-known/|sitemap|latest|corrections|about|earlier|dataset|speakers/|outlets/|topics/|assets/|manifest\\.webmanifest|api/|_next/|favicon).*)',
  ],
}

function policyFor(nonce: string): string {
  const isDev = process.env.NODE_ENV === 'development'
  return [
    "default-src 'self'",
    // React's error overlay in development evaluates strings.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
