// Run by a test: sends subscribers what waits, as a server of its own, until somebody kills it.
import { openDatabase } from '../../db/client'
import { sendChanges } from '../../server/notice/subscription/send-changes'

openDatabase(process.argv[2] ?? '')
await sendChanges()
