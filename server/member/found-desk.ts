import { randomInt, timingSafeEqual } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { db } from '../../db/client'
import { desks, keys } from '../../db/schema'
import { takeTurn } from '../../db/take-turn'
import { isLoopback } from '../address/loopback'
import { settings } from '../env'
import { readKey } from '../read-key'
import { Refused, refuseIf } from '../refusal'
import { hashPassword } from '../session/password'
import { addDesk } from './add-desk'
import { joinDesk, newPerson } from './add-member'
import type { Member } from './member'
import { hasDesk } from './read-desk'

export type Founding = {
  desk: string
  timeZone: string
  name: string
  email: string
  password: string
  code: string | null
}

/** The first run: the first desk and its admin, once, however many people press at the same time. */
export async function foundDesk(founding: Founding): Promise<{ desk: string; memberId: string }> {
  if (await hasDesk()) throw new Refused({ code: 'already-set-up' })
  const code = await readSetUpCode()
  refuseIf(code && !isSame(code, founding.code ?? '') ? { code: 'set-up-code-wrong' } : null)
  const { name, email, password } = founding
  const passwordHash = await hashPassword(password)
  return db().transaction(async (tx) => {
    await takeTurn(tx, 'the first run')
    refuseIf((await hasDesk(tx)) ? { code: 'already-set-up' } : null)
    const desk = await addDesk(tx, { name: founding.desk, timeZone: founding.timeZone })
    const personId = await newPerson(tx, { name, email, passwordHash })
    const memberId = await joinDesk(tx, { deskId: desk.id, personId, role: 'admin' })
    await tx.delete(keys).where(eq(keys.name, 'set-up'))
    return { desk: desk.slug, memberId }
  })
}

/**
 * Founds a further desk of this installation, with the admin who asks as its first. The demo newsroom founds none: whoever
 * tries it out is nobody's colleague.
 */
export async function foundAnother(by: Member, desk: { name: string; timeZone: string }): Promise<string> {
  return db().transaction(async (tx) => {
    const [own] = await tx.select({ isDemo: desks.isDemo }).from(desks).where(eq(desks.id, by.deskId))
    refuseIf(own?.isDemo ? { code: 'demo-founds-none' } : null)
    const { id: deskId, slug } = await addDesk(tx, desk)
    await joinDesk(tx, { deskId, personId: by.personId, role: 'admin' })
    return slug
  })
}

/** What the first run asks for where others can reach the server; null where only this machine can, or after it. */
export async function readSetUpCode(host = settings().host): Promise<string | null> {
  if (isLoopback(host) || (await hasDesk())) return null
  return readKey('set-up', makeCode)
}

// Without 0, O, 1, I and L, which look alike; 49 bits.
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

function makeCode(): string {
  const five = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')
  return `${five()}-${five()}`
}

function isSame(code: string, typed: string): boolean {
  const [one, other] = [code, typed.trim().toUpperCase()].map((text) => Buffer.from(text))
  return Boolean(one && other && one.length === other.length && timingSafeEqual(one, other))
}
