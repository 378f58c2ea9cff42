import { anyoneMay, router } from '../trpc'
import { openDemo } from './open-demo'
import { isDemoOffered, readDemoPeople } from './sign-in-as'

export const demoRouter = router({
  /** Whether the first run offers the demo newsroom. */
  isOffered: anyoneMay('see the way in').query(() => isDemoOffered()),
  people: anyoneMay('see the way in').query(() => readDemoPeople()),
  /** Opens the demo newsroom on a server that nobody has set up yet. */
  open: anyoneMay('set Proofroom up').mutation(() => openDemo()),
})
