// Checks one version without a connection: from its record, its proof and the newsroom's key alone.
import { readCheckpoint } from './note.mjs'
import { faultsOfRecord } from './record.mjs'
import { climb, leafOf } from './tree.mjs'

/**
 * Answers `{ entry, origin, size, faults }`: what the log says of the version, in which log of how many entries, and a
 * list of sentences, empty when the proof holds. `record` and `proof` are the bytes of the two files.
 */
export function verifyRecord(record, proof, key) {
  const parts = partsOf(proof.toString('utf8'))
  if (!parts) return { entry: null, faults: ['the proof is none of C2SP tlog-proof'] }
  const { bytes, index, beside, checkpoint } = parts
  const { fault, origin, size, root } = readCheckpoint(checkpoint, key)
  if (fault) return { entry: null, faults: [`the checkpoint in the proof does not hold: ${fault}`] }
  const entry = JSON.parse(bytes.toString('utf8'))
  const faults = faultsOfRecord(entry.body, record)
  if (entry.index !== index) faults.push('the entry stands elsewhere in the log')
  if (climb({ index, size, leaf: leafOf(bytes) }, beside) !== root)
    faults.push('the entry is not in the log that is signed')
  return { entry, origin, size, faults }
}

function partsOf(proof) {
  const [head, ...rest] = proof.split('\n\n')
  const [version, extra = '', index = '', ...beside] = head.split('\n')
  if (version !== 'c2sp.org/tlog-proof@v1' || !extra.startsWith('extra ') || !/^index \d+$/.test(index))
    return null
  return {
    bytes: Buffer.from(extra.slice('extra '.length), 'base64'),
    index: Number(index.slice('index '.length)),
    beside: beside.map((hash) => Buffer.from(hash, 'base64')),
    checkpoint: rest.join('\n\n'),
  }
}
