import { hash, verify } from '@node-rs/argon2'

// OWASP's least settings for argon2id, the package's default algorithm.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

// The hash of a random password that nobody knows: an unknown e-mail costs the same time as a wrong password.
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$Qoh2rFPzxt5NdYl0isFnsQ$O/yXIZQhFbPaZQMflovNxfRqSrWBFi1tqQC4TnySyL4'

/** The hash to keep instead of a password. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(asTyped(password), cost))
}

/** Whether this is the password behind the hash; takes as long, and says no, when there is no hash. */
export function isPasswordRight(password: string, passwordHash: string | null): Promise<boolean> {
  return inTurn(
    async () => (await verify(passwordHash ?? nobodysHash, asTyped(password))) && passwordHash !== null,
  )
}

// Keyboards differ in how they compose "é"; to the one who types it is the same password (RFC 8265).
function asTyped(password: string): string {
  return password.normalize('NFC')
}

// Each hash takes 19 MB and a core: more than two at once would starve the rooms.
let free = 2
const waiting: (() => void)[] = []

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (free > 0) free -= 1
  else await new Promise<void>((begin) => waiting.push(begin))
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }
}
