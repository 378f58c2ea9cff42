import { settings } from '../../../env'
import { evidenceFolder } from '../../../source/store/keep-bytes'
import { bucketStore } from '../../../source/store/keep-in-bucket'
import { moveEvidence } from '../../../source/store/move-evidence'
import { type Command, readOptions } from '../command'

/** Brings the bytes of evidence from the folder into the bucket that the settings name, or back. */
export const moveEvidenceCommand: Command = {
  usage:
    'move-evidence --to bucket|folder  Copies all evidence from DATA_DIR into the bucket of EVIDENCE_STORE, or back, and checks each hash.',
  async run(args) {
    const { to } = readOptions(args, ['to']).options
    if (to !== 'bucket' && to !== 'folder') throw new Error('Say where to: --to bucket, or --to folder.')
    const { evidenceBucket } = settings()
    if (!evidenceBucket) throw new Error('EVIDENCE_STORE names no bucket.')
    const [folder, bucket] = [evidenceFolder(), bucketStore(evidenceBucket)]
    const moved = await (to === 'bucket' ? moveEvidence(folder, bucket) : moveEvidence(bucket, folder))
    const lacking = [...moved.missing, ...moved.altered]
    for (const name of lacking)
      console.error(`${name}: ${moved.missing.includes(name) ? 'missing' : 'altered'}`)
    if (lacking.length > 0) process.exitCode = 1
    return moved
  },
}
