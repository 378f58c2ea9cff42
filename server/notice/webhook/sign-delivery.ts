import { createHmac, randomBytes } from 'node:crypto'

/** A new secret as receivers are given it (Standard Webhooks): 32 random bytes in base64. */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

type Signed = { id: string; at: Date; body: string }

/** The headers that let a receiver tell our messages from others': one signature for each secret that holds. */
export function signDelivery({ id, at, body }: Signed, secrets: string[]): Record<string, string> {
  const seconds = String(Math.floor(at.getTime() / 1_000))
  const signatures = secrets.map((secret) => `v1,${signatureOf(`${id}.${seconds}.${body}`, secret)}`)
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signatures.join(' ') }
}

function signatureOf(content: string, secret: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return createHmac('sha256', key).update(content).digest('base64')
}
