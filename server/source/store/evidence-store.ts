/** What was asked of a store under a hash: the bytes, or why there are none that may be believed. */
export type Stored = { bytes: Buffer } | { fault: 'missing' | 'altered' }

/** Where the bytes of evidence are kept, each under its SHA-256 in hex: a folder, or a bucket of a store of objects. */
export type EvidenceStore = {
  /** Keeps bytes for ever and answers their hash; what is there already is not written again. */
  put: (bytes: Uint8Array) => Promise<string>
  /** Reads them and believes nothing: what does not have the hash it is called by is altered. */
  get: (sha256: string) => Promise<Stored>
}

/** Whether a text is the name of something in a store. */
export const isStoredName = (name: string): boolean => /^[0-9a-f]{64}$/.test(name)
