/**
 * That an entry is in the log, as C2SP tlog-proof writes it: the entry, what stands beside it on its way to the root, and
 * the signed checkpoint over that root. With it and the record one needs nobody else to check a version.
 */
export function proofText(
  entry: { index: number; bytes: Uint8Array },
  beside: Uint8Array[],
  checkpoint: string,
) {
  const lines = [`extra ${base64(entry.bytes)}`, `index ${entry.index}`, ...beside.map(base64)]
  return `c2sp.org/tlog-proof@v1\n${lines.join('\n')}\n\n${checkpoint}`
}

const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes))
