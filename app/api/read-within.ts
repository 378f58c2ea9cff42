/** The same request with its body read; null when the body has more bytes than allowed. */
export async function readWithin(request: Request, mostBytes: number): Promise<Request | null> {
  if (!request.body) return request
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.body) {
    bytes += chunk.byteLength
    if (bytes > mostBytes) return null
    chunks.push(chunk)
  }
  const { url, method, headers, signal } = request
  return new Request(url, { method, headers, signal, body: Buffer.concat(chunks) })
}
