import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A timestamp authority on this machine: OpenSSL's own, behind HTTP. `spoil` may change what it answers. */
export async function aTimestampAuthority() {
  const folder = mkdtempSync(join(tmpdir(), 'proofroom-authority-'))
  const at = (name: string) => join(folder, name)
  const run = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })
  writeFileSync(
    at('authority.cnf'),
    `[req]\ndistinguished_name = name\n[name]\n[authority]\nserial = ${at('serial')}\nsigner_cert = ${at('cert.pem')}
signer_key = ${at('key.pem')}\nsigner_digest = sha256\ndefault_policy = 1.2.3.4.1\ndigests = sha256\naccuracy = secs:1\ness_cert_id_alg = sha256\n`,
  )
  writeFileSync(at('serial'), '01\n')
  const purpose = 'extendedKeyUsage=critical,timeStamping'
  const made = ['-newkey', 'rsa:2048', '-nodes', '-keyout', 'key.pem', '-out', 'cert.pem', '-days', '3650']
  run('req', '-x509', '-config', 'authority.cnf', '-subj', '/CN=An authority', '-addext', purpose, ...made)
  const authority = { spoil: (answer: Buffer) => answer, asked: 0 }
  const server = createServer(async (request, response) => {
    const query: Buffer[] = []
    for await (const chunk of request) query.push(chunk)
    authority.asked += 1
    writeFileSync(at('query.tsq'), Buffer.concat(query))
    run(
      'ts',
      '-reply',
      '-config',
      'authority.cnf',
      '-section',
      'authority',
      '-queryfile',
      'query.tsq',
      '-out',
      'answer.tsr',
    )
    response.writeHead(200, { 'content-type': 'application/timestamp-reply' })
    response.end(authority.spoil(readFileSync(at('answer.tsr'))))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // It listens on TCP.
  return Object.assign(authority, {
    address: `http://127.0.0.1:${port}/tsr`,
    /** Whether OpenSSL finds that an answer is about a hash and signed by this authority. */
    verifies: (answer: Buffer, sha256: string) => {
      writeFileSync(at('kept.tsr'), answer)
      const said = run('ts', '-verify', '-digest', sha256, '-in', 'kept.tsr', '-CAfile', 'cert.pem')
      return said.toString().includes('OK')
    },
    close: () => {
      server.close()
      rmSync(folder, { recursive: true })
    },
  })
}
