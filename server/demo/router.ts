import { anyone, router } from '../trpc'
import { openDemo } from './open-demo'
import { isDemoOffered, readDemoPeople } from './sign-in-as'

export const demoRouter = router({
  /** Whether the first run offers the demo newsroom. */
  isOffered: anyone.query(() => isDemoOffered()),
  people: anyone.query(() => readDemoPeople()),
  /** Opens the demo newsroom on a server that nobody has set up yet. */
  open: anyone.mutation(() => openDemo()),
})
