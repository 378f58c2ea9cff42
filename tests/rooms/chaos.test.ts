import { chaos } from '../chaos/chaos'
import { freshDatabase } from '../database'

await freshDatabase()
// The short version of `npm run test:chaos`.
chaos(20)
