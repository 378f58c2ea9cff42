import { text } from 'node:stream/consumers'
import { type Flood, flood, type Stream, stream } from './read'

// As a crowd: one errand as JSON on standard input, a line when measuring begins and ends, and one with what came of it.
const errand: Flood | Stream = JSON.parse(await text(process.stdin))
const calledBack = new AbortController()
process.once('SIGTERM', () => calledBack.abort())
const say = (moment: 'begin' | 'end') => console.log(JSON.stringify({ moment }))
const result =
  errand.does === 'flood' ? await flood(errand, say) : await stream(errand, say, calledBack.signal)
console.log(JSON.stringify({ result }))
process.exit(0)
