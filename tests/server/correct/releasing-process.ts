// Run by a test as a process of its own: publishes what is due, as every process of the house does, until it is killed.
import { openDatabase } from '../../../db/client'
import { startReleasing } from '../../../server/review/release/start-releasing'

openDatabase(process.argv[2] ?? '')
const releasing = await startReleasing((error) => console.error(error))
await releasing.settled()
process.stdout.write('settled')
