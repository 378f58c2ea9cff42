import { z } from 'zod'
import { roles } from '../../db/vocabulary'
import { Refused } from '../refusal'
import { passwordShape } from '../session/session'
import { anyone, memberWhoMay, onDesk, router, signedIn } from '../trpc'
import { deskNameShape, timeZoneShape } from './desk'
import { foundDesk, readSetUpCode } from './found-desk'
import { acceptInvitation, invite, openInvitation, readInvitations, withdrawInvitation } from './invite'
import { changeRole, removeMember } from './manage-member'
import { emailShape, nameShape } from './member'
import { hasDesk, readDesk, readDesksOf, readMembers, readOnlyDesk } from './read-desk'

const newcomerShape = z.object({ name: nameShape, email: emailShape, password: passwordShape })
const secret = z.string().max(100)

export const memberRouter = router({
  /** Whether somebody still has to set Proofroom up. */
  needsSetUp: anyone.query(async () => !(await hasDesk())),
  /** The public name of the only desk there is, to greet people with; null where there are several. */
  onlyDesk: anyone.query(() => readOnlyDesk()),
  needsSetUpCode: anyone.query(async () => (await readSetUpCode()) !== null),
  foundDesk: anyone
    .input(
      newcomerShape.extend({
        desk: deskNameShape,
        timeZone: timeZoneShape,
        code: z.string().max(40).nullable(),
      }),
    )
    .mutation(({ input }) => foundDesk(input)),

  /** The one who asks, or null. */
  me: anyone.query(
    ({ ctx }) => ctx.person && { id: ctx.person.id, name: ctx.person.name, email: ctx.person.email },
  ),
  desks: signedIn.query(({ ctx }) => readDesksOf(ctx.person.id)),
  /** The desk and the one who asks as its member. */
  desk: onDesk.query(async ({ ctx }) => ({ desk: await readDesk(ctx.member.deskId), member: ctx.member })),
  list: onDesk.query(({ ctx }) => readMembers(ctx.member.deskId)),

  changeRole: memberWhoMay('manage members')
    .input(z.object({ memberId: z.uuid(), role: z.enum(roles) }))
    .mutation(({ ctx, input }) => changeRole({ ...input, deskId: ctx.member.deskId })),
  remove: memberWhoMay('manage members')
    .input(z.object({ memberId: z.uuid() }))
    .mutation(({ ctx, input }) => removeMember({ ...input, deskId: ctx.member.deskId })),

  invite: memberWhoMay('invite members')
    .input(z.object({ role: z.enum(roles) }))
    .mutation(({ ctx, input }) => invite(ctx.member, input.role)),
  invitations: memberWhoMay('invite members').query(({ ctx }) => readInvitations(ctx.member.deskId)),
  withdrawInvitation: memberWhoMay('invite members')
    .input(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => withdrawInvitation(ctx.member.deskId, input.id)),
  openInvitation: anyone.input(z.object({ secret })).query(({ input }) => openInvitation(input.secret)),
  /** As the person who is signed in when no newcomer is given. */
  acceptInvitation: anyone
    .input(z.object({ secret, newcomer: newcomerShape.nullable() }))
    .mutation(({ ctx, input }) => {
      const guest = input.newcomer ?? (ctx.person && { personId: ctx.person.id })
      if (!guest) throw new Refused({ code: 'signed-out' })
      return acceptInvitation(input.secret, guest)
    }),
})
