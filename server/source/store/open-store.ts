import type { EvidenceStore } from './evidence-store'
import { type Bucket, bucketStore } from './keep-in-bucket'
import { folderStore } from './keep-in-folder'

/** Where a store is, all of it values: a thread can be told. */
export type EvidencePlace = { folder: string } | { bucket: Bucket }

export const storeAt = (place: EvidencePlace): EvidenceStore =>
  'bucket' in place ? bucketStore(place.bucket) : folderStore(place.folder)
