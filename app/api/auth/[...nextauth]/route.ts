import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { isAway } from '../../../../db/away/away'
import { askedBy, inRequest } from '../../../../server/audit/follow-request'
import { deviceCookieWith, languageCookieWith, ticketCookieWith } from '../../../../server/auth'
import { awayFor } from '../../../../server/publication/api/problem'
import { readWithin } from '../../read-within'
import { authOptions, type Kept } from '../options'

// An e-mail, a password and next-auth's own fields.
const mostBytes = 16 * 1024

async function answer(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) {
  const limited = await readWithin(request, mostBytes)
  if (!limited) return new Response(null, { status: 413 })
  const kept: Kept = { devices: null, ticket: null, language: null, isAway: false }
  const options = await authOptions(request.headers, kept).catch((error: unknown) => {
    // Its secret lies in the database, and is asked for once.
    if (isAway(error)) return null
    throw error
  })
  if (!options) return Response.json({ url: null }, { status: 503, headers: whileAway })
  const asked = askedBy(request.headers)
  const signing = async (): Promise<Response> => NextAuth(new NextRequest(limited), context, options)
  const response = await (asked ? inRequest(asked, signing) : signing())
  if (kept.devices) response.headers.append('set-cookie', deviceCookieWith(kept.devices))
  if (kept.ticket) response.headers.append('set-cookie', ticketCookieWith(kept.ticket))
  if (kept.language) response.headers.append('set-cookie', languageCookieWith(kept.language))
  if (!kept.isAway) return response
  const headers = new Headers(response.headers)
  for (const [name, value] of Object.entries(whileAway)) headers.set(name, value)
  return new Response(response.body, { status: 503, headers })
}

const whileAway = { 'retry-after': String(awayFor), 'cache-control': 'no-store' }

export { answer as GET, answer as POST }
