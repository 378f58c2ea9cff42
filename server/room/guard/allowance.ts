import { type Limit, limited } from './limit'

/** How much may still be sent; true when a frame of so many bytes fits. */
export type Allowance = (bytes: number) => boolean

const messages: Limit = { burst: 2_000, perSecond: 300 }
const bytes: Limit = { burst: 16 * 1024 * 1024, perSecond: 1024 * 1024 }

/** What one connection may send before anybody knows whose it is. */
export function anAllowance(now: () => number): Allowance {
  const takesMessage = limited(messages, now)
  const takesBytes = limited(bytes, now)
  return (length) => takesMessage() && takesBytes(length)
}

/** How long, in ms, it takes until what was used up has grown again: nothing is forgotten before. */
const memory = 30_000

/** One connection's part in what its member may send. */
export type Share = { allows: Allowance; leave: () => void }

/** What each member may send over all their connections together; whoever comes back at once begins with no new one. */
export class Allowances {
  private readonly known = new Map<string, { allows: Allowance; users: number; leftAt: number }>()

  constructor(private readonly now: () => number) {}

  /** One more connection of a member. */
  join(memberId: string): Share {
    this.forgetOld()
    const member = this.known.get(memberId) ?? { allows: anAllowance(this.now), users: 0, leftAt: 0 }
    this.known.set(memberId, member)
    member.users += 1
    return {
      allows: member.allows,
      leave: () => {
        member.users -= 1
        member.leftAt = this.now()
      },
    }
  }

  private forgetOld(): void {
    for (const [memberId, { users, leftAt }] of this.known)
      if (users === 0 && this.now() - leftAt > memory) this.known.delete(memberId)
  }
}
