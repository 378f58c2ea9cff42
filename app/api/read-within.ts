/** The same request with its body read; null when the body has more bytes than allowed. */
export async function readWithin(request: Request, mostBytes: number): Promise<Request | null> {
  if (!request.body) return request
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.body) {
    bytes += chunk.byteLength
    // Read to the end all the same, so that the sender hears the answer instead of a broken connection.
    if (bytes > mostBytes) chunks.length = 0
    else chunks.push(chunk)
  }
  if (bytes > mostBytes) return null
  const { url, method, headers, signal } = request
  return new Request(url, { method, headers, signal, body: Buffer.concat(chunks) })
}
