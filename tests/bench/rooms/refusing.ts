import { v7 as newId } from 'uuid'
import * as Y from 'yjs'
import { setText } from '../../../server/room/doc/claim-values'
import { openDoc } from '../../../server/room/doc/room-doc'
import { decode, whyRefused } from '../../../server/room/guard/guard'
import { type Figure, percentile, rounded } from '../figures'
import { fill } from './venue'

const [claims, times] = [5_000, 5_000]

/** How long the guard takes to say no to somebody who writes as another, in a large room. */
export function measureRefusal(): Figure[] {
  const doc = openDoc()
  const text = 'words '.repeat(claims * 20)
  fill(doc, { hash: 'a revision', text }, claims)
  const [owner, stranger] = [newId(), newId()]
  const theirs = openDoc()
  theirs.clientID = doc.clientID
  setText(theirs, 'statement', newId(), 'Words under a colleague’s name')
  const forged = Y.encodeStateAsUpdate(theirs)
  const judged = { doc, ownerOf: () => owner, memberId: stranger }
  const took: number[] = []
  for (let time = 0; time < times; time++) {
    const begun = performance.now()
    const update = decode(forged)
    const objection = update && whyRefused(update, judged)
    took.push((performance.now() - begun) * 1_000)
    if (objection !== 'foreign-client-id') throw new Error('an edit in another’s name was let in')
  }
  const note = `an edit in a colleague’s name, room of ${claims} claims; p50 ${rounded(percentile(took, 0.5))} µs`
  return [{ name: 'refusalP99Microseconds', value: rounded(percentile(took, 0.99)), unit: 'µs', note }]
}
