import { hasDesk } from '../member/read-desk'
import { refuseIf } from '../refusal'
import { anyone, router } from '../trpc'
import { seedDemo } from './seed-demo'
import { isDemoOffered, readDemoPeople } from './sign-in-as'

export const demoRouter = router({
  /** Whether the first run offers the demo newsroom. */
  isOffered: anyone.query(() => isDemoOffered()),
  people: anyone.query(() => readDemoPeople()),
  /** Opens the demo newsroom on a server that nobody has set up yet. */
  open: anyone.mutation(async () => {
    refuseIf(isDemoOffered() && !(await hasDesk()) ? null : { code: 'demo-not-offered' })
    return seedDemo()
  }),
})
