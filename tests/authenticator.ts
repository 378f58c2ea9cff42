import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** What a browser is given to make or use a passkey by, as far as a device cares. */
type Asked = { challenge: string; user?: { id: string } }

type Said = {
  origin?: string
  rpId?: string
  /** Whether its owner showed the device who they are. */
  isVerified?: boolean
  challenge?: string
  counter?: number
  userHandle?: string
}

/** A device that makes one passkey and uses it, in software (WebAuthn Level 2, ES256, no attestation). */
export function anAuthenticator(home: { origin: string; rpId: string }) {
  const id = randomBytes(16)
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = keys.publicKey.export({ format: 'jwk' })
  let owner = ''
  let counter = 0

  const clientDataOf = (type: string, { challenge }: Asked, said: Said) =>
    Buffer.from(
      JSON.stringify({ type, challenge: said.challenge ?? challenge, origin: said.origin ?? home.origin }),
    )

  function dataOf(said: Said, credential = Buffer.alloc(0)): Buffer {
    counter += 1
    const flags = 0x01 | (said.isVerified === false ? 0 : 0x04) | (credential.length > 0 ? 0x40 : 0)
    const count = Buffer.alloc(4)
    count.writeUInt32BE(said.counter ?? counter)
    const rpIdHash = createHash('sha256')
      .update(said.rpId ?? home.rpId)
      .digest()
    return Buffer.concat([rpIdHash, Buffer.from([flags]), count, credential])
  }

  const named = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' as const }

  return {
    make(asked: Asked, said: Said = {}) {
      owner = asked.user?.id ?? ''
      // COSE_Key as CBOR: {1: 2, 3: -7, -1: 1, -2: x, -3: y}.
      const key = Buffer.concat([
        Buffer.from('a50102032620012158 20'.replace(' ', ''), 'hex'),
        Buffer.from(x, 'base64url'),
        Buffer.from('225820', 'hex'),
        Buffer.from(y, 'base64url'),
      ])
      const length = Buffer.from([0, id.length])
      const data = dataOf(said, Buffer.concat([Buffer.alloc(16), length, id, key]))
      // {"fmt": "none", "attStmt": {}, "authData": bytes} as CBOR.
      const attestation = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
        Buffer.from([data.length]),
        data,
      ])
      return {
        ...named,
        response: {
          clientDataJSON: clientDataOf('webauthn.create', asked, said).toString('base64url'),
          attestationObject: attestation.toString('base64url'),
          transports: ['internal'],
        },
      }
    },
    use(asked: Asked, said: Said = {}) {
      const clientData = clientDataOf('webauthn.get', asked, said)
      const data = dataOf(said)
      const signed = Buffer.concat([data, createHash('sha256').update(clientData).digest()])
      return {
        ...named,
        response: {
          clientDataJSON: clientData.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: sign('sha256', signed, keys.privateKey).toString('base64url'),
          userHandle: said.userHandle ?? owner,
        },
      }
    },
  }
}
