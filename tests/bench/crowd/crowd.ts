import { text } from 'node:stream/consumers'
import { type Opening, open } from './opening'
import { type Work, work } from './work'

/** What a crowd is asked to do, in a process of its own: load must not run where it is measured. */
export type Errand = { does: 'work'; with: Work } | { does: 'open'; with: Opening }

// One errand as JSON on standard input; a line when measuring begins, one when it ends, and one with what came of it.
const errand: Errand = JSON.parse(await text(process.stdin))
const say = (moment: 'begin' | 'end') => console.log(JSON.stringify({ moment }))
const result = errand.does === 'work' ? await work(errand.with, say) : await open(errand.with, say)
console.log(JSON.stringify({ result }))
process.exit(0)
