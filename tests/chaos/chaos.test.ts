import { freshDatabase } from '../database'
import { chaos } from './chaos'

await freshDatabase()
chaos(200)
