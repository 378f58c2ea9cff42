import { foundDesk } from '../server/member/found-desk'

/** A password that is long enough for everybody in the tests. */
export const password = 'a long enough password'

/** The first desk of an installation, as the first run makes it, with Ruth Abel as its admin. */
export function aFoundedDesk(): Promise<{ desk: string; memberId: string }> {
  return foundDesk({
    ...{ desk: 'Meridian', timeZone: 'UTC', code: null },
    ...{ name: 'Ruth Abel', email: 'ruth@meridian.example', password },
  })
}
