'use client'
import { startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser'
import { words } from '../../../server/words'
import { sentenceOf } from '../../_api/refusal-of'

/** Has this device, or one beside it, make a passkey for what the server asks. */
export function makePasskeyHere(optionsJSON: Parameters<typeof startRegistration>[0]['optionsJSON']) {
  return startRegistration({ optionsJSON })
}

/** Has this device, or one beside it, sign with a passkey what the server asks. */
export function signWithPasskeyHere(optionsJSON: Parameters<typeof startAuthentication>[0]['optionsJSON']) {
  return startAuthentication({ optionsJSON })
}

/** The sentence for the screen when no passkey came of it: by the browser, its owner, or the newsroom. */
export function passkeySentence(error: unknown): string {
  if (!(error instanceof Error) || !isBrowsers(error)) return sentenceOf(error)
  const t = words()
  const isThere = error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED'
  return t(isThere ? 'refusal.passkey-is-there' : 'passkeys.left')
}

const isBrowsers = (error: Error) =>
  error instanceof WebAuthnError || error instanceof DOMException || error.name === 'NotAllowedError'
