import { z } from 'zod'
import { roles } from '../../db/vocabulary'
import { Refused } from '../refusal'
import { passwordShape } from '../session/session'
import { anyoneMay, idShape, memberWhoMay, router, signedInMay } from '../trpc'
import { readActivity } from './activity/read-activity'
import { deskNameShape, timeZoneShape } from './desk'
import { changeFace } from './face/change-face'
import { publicFaceShape } from './face/public-name'
import { foundAnother, foundDesk, readSetUpCode } from './found-desk'
import {
  acceptInvitation,
  invite,
  openInvitation,
  readInvitations,
  withdrawInvitation,
} from './invitation/invite'
import { changeRole, removeMember } from './manage-member'
import { emailShape, nameShape } from './member'
import { hasDesk, readDesk, readDesksOf, readDeskTexts, readMembers, readOnlyDesk } from './read-desk'
import { changeOf } from './settings/desk-settings'

const newcomerShape = z.object({ name: nameShape, password: passwordShape })
const cursorShape = z.object({ at: z.date(), id: idShape })
const secret = z.string().max(100)

export const memberRouter = router({
  /** Whether somebody still has to set Proofroom up. */
  needsSetUp: anyoneMay('see the way in').query(async () => !(await hasDesk())),
  /** The public name of the only desk there is, to greet people with; null where there are several. */
  onlyDesk: anyoneMay('see the way in').query(() => readOnlyDesk()),
  needsSetUpCode: anyoneMay('see the way in').query(async () => (await readSetUpCode()) !== null),
  foundDesk: anyoneMay('set Proofroom up')
    .input(
      newcomerShape.extend({
        email: emailShape,
        desk: deskNameShape,
        timeZone: timeZoneShape,
        code: z.string().max(40).nullable(),
      }),
    )
    .mutation(({ input }) => foundDesk(input)),

  /** A further desk for an admin of one, with its first part of addresses for an answer. */
  foundAnother: memberWhoMay('found another desk')
    .input(z.object({ name: deskNameShape, timeZone: timeZoneShape }))
    .mutation(({ ctx, input }) => foundAnother(ctx.member, input)),

  /** The one who asks, or null. */
  me: anyoneMay('see the way in').query(
    ({ ctx: { person } }) =>
      person && { id: person.id, name: person.name, email: person.email, language: person.language },
  ),
  desks: signedInMay('see own desks').query(({ ctx }) => readDesksOf(ctx.person.id)),
  /** The desk and the one who asks as its member. */
  desk: memberWhoMay('read the desk').query(async ({ ctx }) => ({
    desk: await ctx.readOnce(`desk ${ctx.member.deskId}`, () => readDesk(ctx.member.deskId)),
    member: ctx.member,
  })),
  /** What the desk says of itself to its readers. */
  texts: memberWhoMay('read the desk').query(({ ctx }) => readDeskTexts(ctx.member.deskId)),
  /** What somebody who is or was on the desk did there, the newest first. */
  activity: memberWhoMay('read the desk')
    .input(z.object({ memberId: idShape, cursor: cursorShape.nullish() }))
    .query(({ ctx, input }) => readActivity(ctx.member, input.memberId, input.cursor ?? null)),
  list: memberWhoMay('read the desk').query(({ ctx }) => readMembers(ctx.member.deskId)),

  changeFace: memberWhoMay('choose public names')
    .input(changeOf(publicFaceShape).extend({ memberId: idShape }))
    .mutation(({ ctx, input }) => changeFace({ ...input, member: ctx.member })),
  changeRole: memberWhoMay('manage members')
    .input(z.object({ memberId: idShape, was: z.enum(roles), role: z.enum(roles) }))
    .mutation(({ ctx, input }) => changeRole({ ...input, deskId: ctx.member.deskId, by: ctx.member.id })),
  remove: memberWhoMay('manage members')
    .input(z.object({ memberId: idShape }))
    .mutation(({ ctx, input }) => removeMember({ ...input, deskId: ctx.member.deskId, by: ctx.member.id })),

  invite: memberWhoMay('invite members')
    .input(z.object({ email: emailShape, role: z.enum(roles) }))
    .mutation(({ ctx, input }) => invite(ctx.member, input)),
  invitations: memberWhoMay('invite members').query(({ ctx }) => readInvitations(ctx.member.deskId)),
  withdrawInvitation: memberWhoMay('invite members')
    .input(z.object({ id: idShape }))
    .mutation(({ ctx, input }) => withdrawInvitation(ctx.member.deskId, input.id)),
  openInvitation: anyoneMay('answer invitations')
    .input(z.object({ secret }))
    .query(({ input }) => openInvitation(input.secret)),
  /** As the person who is signed in when no newcomer is given. */
  acceptInvitation: anyoneMay('answer invitations')
    .input(z.object({ secret, newcomer: newcomerShape.nullable() }))
    .mutation(({ ctx, input }) => {
      const guest = input.newcomer ?? ctx.person
      if (!guest) throw new Refused({ code: 'signed-out' })
      return acceptInvitation(input.secret, guest)
    }),
})
