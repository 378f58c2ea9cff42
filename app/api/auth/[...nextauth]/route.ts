import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { askedBy, inRequest } from '../../../../server/audit/follow-request'
import { deviceCookieWith, ticketCookieWith } from '../../../../server/auth'
import { readWithin } from '../../read-within'
import { authOptions, type Kept } from '../options'

// An e-mail, a password and next-auth's own fields.
const mostBytes = 16 * 1024

async function answer(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) {
  const limited = await readWithin(request, mostBytes)
  if (!limited) return new Response(null, { status: 413 })
  const kept: Kept = { devices: null, ticket: null }
  const options = await authOptions(request.headers, kept)
  const asked = askedBy(request.headers)
  const signing = async (): Promise<Response> => NextAuth(new NextRequest(limited), context, options)
  const response = await (asked ? inRequest(asked, signing) : signing())
  if (kept.devices) response.headers.append('set-cookie', deviceCookieWith(kept.devices))
  if (kept.ticket) response.headers.append('set-cookie', ticketCookieWith(kept.ticket))
  return response
}

export { answer as GET, answer as POST }
