import { anyone, onDesk, router, signedIn } from '../trpc'
import { hasDesk, readDesk, readDesksOf, readMembers } from './read-desk'

export const memberRouter = router({
  /** Whether somebody still has to set Proofroom up. */
  needsSetUp: anyone.query(async () => !(await hasDesk())),
  /** The one who asks, or null. */
  me: anyone.query(
    ({ ctx }) => ctx.person && { id: ctx.person.id, name: ctx.person.name, email: ctx.person.email },
  ),
  desks: signedIn.query(({ ctx }) => readDesksOf(ctx.person.id)),
  /** The desk and the one who asks as its member. */
  desk: onDesk.query(async ({ ctx }) => ({ desk: await readDesk(ctx.member.deskId), member: ctx.member })),
  list: onDesk.query(({ ctx }) => readMembers(ctx.member.deskId)),
})
