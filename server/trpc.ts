import 'server-only'
import { initTRPC, TRPCError } from '@trpc/server'
import superjson from 'superjson'
import { z } from 'zod'
import { type Act, may } from './member/member'
import { type Person, readMember } from './member/read-member'
import { Refused, refuseIf, say } from './refusal'

/** Who asks: the person of a live session, or nobody. */
export type Context = { person: Person | null }

const t = initTRPC.context<Context>().create({
  transformer: superjson,
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    // A fault's message may hold anything; people get a sentence, the log gets the fault.
    message: error.cause instanceof Refused ? say(error.cause.refusal) : say({ code: 'fault' }),
    data: {
      ...shape.data,
      stack: undefined,
      refusal: error.cause instanceof Refused ? error.cause.refusal : null,
    },
  }),
})

export const { router, createCallerFactory } = t

const saysWhyNot = t.middleware(async ({ next }) => {
  const result = await next()
  if (result.ok || !(result.error.cause instanceof Refused)) return result
  // Who is signed out keeps that answer; everything else that an act refused came here as a fault.
  if (result.error.code === 'UNAUTHORIZED') return result
  throw new TRPCError({ code: 'UNPROCESSABLE_CONTENT', cause: result.error.cause })
})

/** Open to everybody: first run, sign-in's neighbours, public search. */
export const anyone = t.procedure.use(saysWhyNot)

/** For a person with a live session. */
export const signedIn = anyone.use(({ ctx, next }) => {
  if (!ctx.person) throw new TRPCError({ code: 'UNAUTHORIZED', cause: new Refused({ code: 'signed-out' }) })
  return next({ ctx: { person: ctx.person } })
})

/** For a member of the named desk; a desk that one is not on looks like a desk that is not there. */
export const onDesk = signedIn.input(z.object({ desk: z.string() })).use(async ({ ctx, input, next }) => {
  const member = await readMember(input.desk, ctx.person.id)
  if (!member) throw new Refused({ code: 'desk-unknown' })
  return next({ ctx: { ...ctx, member } })
})

/** For a member of the named desk whose role allows the act. */
export const memberWhoMay = (act: Act) =>
  onDesk.use(({ ctx, next }) => {
    refuseIf(may(ctx.member, act) ? null : { code: 'role-too-low' })
    return next({ ctx })
  })
