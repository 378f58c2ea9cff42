import 'server-only'
import { initTRPC, TRPCError } from '@trpc/server'
import superjson from 'superjson'
import { z } from 'zod'
import { plainFault } from './fault/read-fault'
import { type Act, type OpenAct, type OwnAct, whyMayNot } from './member/member'
import { type Person, readMember } from './member/read-member'
import { type Refusal, Refused, refuseIf, say } from './refusal'

/** Who asks: the person of a live session, or nobody. */
export type Context = { person: Person | null }

/** What a procedure is for: the act in the table of who may (`member.ts`). */
type Named = { act: OpenAct | OwnAct | Act }

const t = initTRPC
  .context<Context>()
  .meta<Named>()
  .create({
    transformer: superjson,
    errorFormatter: ({ shape, error }) => ({
      ...shape,
      // A fault's message may hold anything; people get a sentence, the log gets the fault.
      message: say(refusalIn(error) ?? { code: 'fault' }),
      data: { ...shape.data, stack: undefined, refusal: refusalIn(error) },
    }),
  })

function refusalIn({ cause, code }: TRPCError): Refusal | null {
  if (cause instanceof Refused) return cause.refusal
  return isWrongInput.has(code) ? { code: 'input-wrong' } : null
}

const isWrongInput = new Set(['BAD_REQUEST', 'PARSE_ERROR'])

export const { router, createCallerFactory } = t

const saysWhyNot = t.middleware(async ({ next }) => {
  const result = await next()
  if (result.ok) return result
  // A shape that does not fit is the asker's fault: the callers inside the server are told so, too.
  if (result.error.code === 'BAD_REQUEST')
    throw new TRPCError({ code: 'BAD_REQUEST', cause: new Refused({ code: 'input-wrong' }) })
  if (!(result.error.cause instanceof Refused)) return result
  // Who is signed out keeps that answer; everything else that an act refused came here as a fault.
  if (result.error.code === 'UNAUTHORIZED') return result
  throw new TRPCError({ code: 'UNPROCESSABLE_CONTENT', cause: result.error.cause })
})

/** The answer to more bytes than any page has, in the shape that browsers read. */
export function refusedAsTooLarge(): TRPCError {
  return new TRPCError({ code: 'PAYLOAD_TOO_LARGE', cause: new Refused({ code: 'page-too-large' }) })
}

/** What of a fault may be logged; null for what an act refused, which is none. */
export function faultIn({ code, cause }: TRPCError): unknown {
  return code === 'INTERNAL_SERVER_ERROR' ? plainFault(cause) : null
}

const readsOnlyText = t.middleware(async ({ getRawInput, next }) => {
  if (holdsNoText(await getRawInput())) throw new TRPCError({ code: 'BAD_REQUEST' })
  return next()
})

/** Postgres takes neither NUL nor half a character. A file's content is judged by the import, which says more. */
function holdsNoText(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed()
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, part]) => key !== 'content' && holdsNoText(part))
}

/** An id as the database writes it: rooms and locks are named by it, and one in capitals names the same. */
export const idShape = z.uuid().toLowerCase()

const named = (name: Named) => t.procedure.meta(name).use(saysWhyNot).use(readsOnlyText)

/** For everybody: first run, sign-in's neighbours. */
export const anyoneMay = (act: OpenAct) => named({ act })

/** For a person with a live session. */
export const signedInMay = (act: OwnAct) => signedIn({ act })

/** For a member of the named desk whose role allows the act; a desk one is not on looks like one that is not there. */
export const memberWhoMay = (act: Act) =>
  signedIn({ act })
    .input(z.object({ desk: z.string() }))
    .use(async ({ ctx, input, next }) => {
      const member = await readMember(input.desk, ctx.person.id)
      if (!member) throw new Refused({ code: 'desk-unknown' })
      refuseIf(whyMayNot(member, act))
      return next({ ctx: { ...ctx, member } })
    })

function signedIn(name: Named) {
  return named(name).use(({ ctx, next }) => {
    if (!ctx.person) throw new TRPCError({ code: 'UNAUTHORIZED', cause: new Refused({ code: 'signed-out' }) })
    return next({ ctx: { person: ctx.person } })
  })
}
