// Checks one version without a connection: from its record, its proofs and the newsroom's key alone.
import { readCheckpoint } from './log/note.mjs'
import { climb, leafOf } from './log/tree.mjs'
import { faultsOfRecord } from './sealed/record.mjs'
import { faultOfRedaction, groundOf } from './sealed/redaction.mjs'

/**
 * Answers `{ entry, origin, size, faults }`: what the log says of the version, in which log of how many entries, and a
 * list of sentences, empty when the proof holds. `record` and `proof` are the bytes of the two files; `redaction` those of
 * the proof that words were removed under law, null where there is none. Where they were, `redacted` is `{ by, ground }`.
 */
export function verifyRecord(record, proof, key, redaction = null) {
  const sealed = readProof(proof, key)
  if (sealed.fault) return { entry: null, faults: [sealed.fault] }
  const { entry, origin, size, faults } = sealed
  const own = faultsOfRecord(entry.body, record)
  if (!redaction) return { entry, origin, size, faults: [...own, ...faults] }
  const removal = readProof(redaction, key)
  if (removal.fault) return { entry, origin, size, faults: [...faults, removal.fault] }
  const { index, body, kind } = removal.entry
  const why =
    kind === 'redaction'
      ? faultOfRedaction({ index, body }, entry)
      : 'says of no words that they were removed'
  const names = body.redacts === entry.index ? why : `is about entry ${body.redacts}, not ${entry.index}`
  return {
    ...{ entry, origin, size },
    faults: [
      ...faultsOfRecord(body, record),
      ...faults,
      ...removal.faults,
      ...(names ? [`the entry about removed words ${names}`] : []),
    ],
    redacted: { by: index, ground: groundOf(body) },
  }
}

/** The entry in a proof, and why it is not in the log that is signed. */
function readProof(proof, key) {
  const parts = partsOf(proof.toString('utf8'))
  if (!parts) return { fault: 'the proof is none of C2SP tlog-proof' }
  const { bytes, index, beside, checkpoint } = parts
  const { fault, origin, size, root } = readCheckpoint(checkpoint, key)
  if (fault) return { fault: `the checkpoint in the proof does not hold: ${fault}` }
  const entry = JSON.parse(bytes.toString('utf8'))
  const faults = []
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
