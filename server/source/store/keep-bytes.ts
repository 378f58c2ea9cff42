import { join } from 'node:path'
import { settings } from '../../env'
import type { EvidenceStore } from './evidence-store'
import { folderStore } from './keep-in-folder'
import { type EvidencePlace, storeAt } from './open-store'

/** The store of this installation. */
export const openEvidence = (): EvidenceStore => storeAt(evidencePlace())

/** Where evidence is kept: in a bucket where one is named, else in `DATA_DIR/evidence`. */
export function evidencePlace(): EvidencePlace {
  const { evidenceBucket } = settings()
  return evidenceBucket ? { bucket: evidenceBucket } : { folder: folder() }
}

/** The store that is there without a bucket. */
export const evidenceFolder = (): EvidenceStore => folderStore(folder())

const folder = () => join(/* turbopackIgnore: true */ settings().dataDir, 'evidence')
