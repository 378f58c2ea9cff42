type Sealed = { index: number; kind: string; body: Record<string, unknown> }

export function verifyRecord(
  record: Buffer,
  proof: Buffer,
  key: string,
  redaction?: Buffer | null,
): {
  entry: Sealed | null
  origin?: string
  size?: number
  faults: string[]
  redacted?: { by: number; ground: string }
}
