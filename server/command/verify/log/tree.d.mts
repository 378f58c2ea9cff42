export function leafOf(entry: Uint8Array): Buffer
export function hex(bytes: Uint8Array | string): string
export function rootOfLeaves(leaves: Buffer[]): string
export function climb(
  leaf: { index: number; size: number; leaf: Uint8Array },
  beside: Uint8Array[],
): string | null
