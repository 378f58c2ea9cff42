import 'server-only'
import { initTRPC, TRPCError } from '@trpc/server'
import superjson from 'superjson'
import { z } from 'zod'
import { isAway } from '../db/away/away'
import type { Asked } from './audit/follow-request'
import { type Asking, keepAsked } from './audit/keep-asked'
import { plainFault } from './fault/read-fault'
import { type Act, type Member, type OpenAct, type OwnAct, whyMayNot } from './member/member'
import { type Person, readAsker } from './member/read-member'
import { type Refusal, Refused, refuseIf, say } from './refusal'
import { needsProof, whyNotProven } from './session/proof/proof'
import { readProof } from './session/proof/read-proof'
import { type ReadOnce, readAlways } from './session/read-once'

/** Who asks: the person of a live session, or nobody; where it is a browser, from which network address and by which request. */
export type Context = { person: Person | null; address?: string; asked?: Asked | null; readOnce?: ReadOnce }

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
  if (isAway(result.error)) throw awayOr(result.error)
  if (!(result.error.cause instanceof Refused)) return result
  // Who is signed out keeps that answer; everything else that an act refused came here as a fault.
  if (result.error.code === 'UNAUTHORIZED') return result
  throw new TRPCError({ code: 'UNPROCESSABLE_CONTENT', cause: result.error.cause })
})

/** The answer to more bytes than any page has, in the shape that browsers read. */
export function refusedAsTooLarge(): TRPCError {
  return new TRPCError({ code: 'PAYLOAD_TOO_LARGE', cause: new Refused({ code: 'page-too-large' }) })
}

/** The answer where something failed because the database is away, in the same shape; else the fault as it is. */
export function awayOr(fault: unknown): unknown {
  if (!isAway(fault)) return fault
  return new TRPCError({ code: 'SERVICE_UNAVAILABLE', cause: new Refused({ code: 'database-away' }) })
}

/** What of a fault may be logged; null for what an act refused, which is none. */
export function faultIn({ code, cause }: TRPCError): unknown {
  return code === 'INTERNAL_SERVER_ERROR' ? plainFault(cause) : null
}

/** Who looked at what is nobody's business, and of a sign-in its end is kept; what was only tried changed nothing. */
const leavesNoTrace = new Set<Named['act']>(['remember visits', 'begin to sign in', 'try past checks'])

/** Everything that is changed or refused goes into the audit here, whatever procedure it is; who looked at what does not. */
const keepsAudit = t.middleware(async ({ ctx, type, path, meta, getRawInput, next }) => {
  if (!meta) throw new Error(`${path} names no act`)
  const asking: Asking = {
    ...{ act: meta.act, way: path, isChange: type === 'mutation' && !leavesNoTrace.has(meta.act) },
    ...{
      input: await getRawInput(),
      asked: ctx.asked ?? null,
      personId: ctx.person?.id ?? null,
      member: null,
    },
  }
  const became = (member: Member) => {
    asking.member = member
  }
  const { result } = await keepAsked(asking, async () => {
    const result = await next({ ctx: { became } })
    return { result, isDone: result.ok, refusal: result.ok ? null : refusedWith(result.error) }
  })
  return result
})

const refusedWith = ({ cause }: TRPCError) => (cause instanceof Refused ? cause.refusal.code : null)

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

const named = (name: Named) => t.procedure.meta(name).use(saysWhyNot).use(readsOnlyText).use(keepsAudit)

/** For everybody: first run, sign-in's neighbours. */
export const anyoneMay = (act: OpenAct) => named({ act })

/** For a person with a live session. */
export const signedInMay = (act: OwnAct) => signedIn({ act })

/**
 * For a member of the named desk whose role allows the act; a desk one is not on looks like one that is not there.
 * Where the desk asks for it, acts of weight wait until one has shown who one is.
 */
export const memberWhoMay = (act: Act) =>
  signedIn({ act })
    .input(z.object({ desk: z.string() }))
    .use(async ({ ctx, input, next, type }) => {
      const readOnce = type === 'query' ? (ctx.readOnce ?? readAlways) : readAlways
      const asker = await readOnce(`asker ${input.desk}`, () => readAsker(input.desk, ctx.person.id))
      if (!asker) throw new Refused({ code: 'desk-unknown' })
      const { member, lacksFactor } = asker
      ctx.became(member)
      if (lacksFactor) throw new Refused({ code: 'second-factor-first' })
      refuseIf(whyMayNot(member, act))
      if (type === 'mutation' && needsProof(act))
        refuseIf(whyNotProven(await readProof(member.deskId, ctx.person.sessionId), new Date()))
      return next({ ctx: { ...ctx, member, readOnce } })
    })

function signedIn(name: Named) {
  return named(name).use(({ ctx, next }) => {
    if (!ctx.person) throw new TRPCError({ code: 'UNAUTHORIZED', cause: new Refused({ code: 'signed-out' }) })
    return next({ ctx: { person: ctx.person, became: ctx.became } })
  })
}
