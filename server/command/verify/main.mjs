// `npm run proofroom -- verify-log`, `verify-record` and `witness`: they need no database, and run on any machine with Node.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { verifyLog } from './verify-log.mjs'
import { verifyRecord } from './verify-record.mjs'
import { newSeed, witnessLog } from './witness.mjs'

export const usages = [
  'verify-log ADDRESS [--key KEY] [--state FILE]  Reads the public log of a newsroom and all it seals, and names what does not hold. --state keeps the key and checkpoints of each visit in a file, as a witness: the log must go on from them.',
  'verify-record RECORD PROOF [REDACTION] --key KEY  Checks one version offline, from its record.json and proof.txt, and, where words were removed under law, redaction.txt.',
  'witness ADDRESS [--name NAME] [--key KEY] [--state FILE]  Looks at the log of another newsroom: it must go on from the last look, kept in FILE (witness.json); then signs its checkpoint under NAME, which the first look needs, and writes that to FILE.cosigned.',
]

const commands = { 'verify-log': checkLog, 'verify-record': checkRecord, witness }

/** Runs the command if it is one of these; answers whether it was. */
export async function verifyCommand([name, ...args]) {
  const command = Object.hasOwn(commands, name ?? '') ? commands[name] : null
  if (!command) return false
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      ...{ key: { type: 'string' }, state: { type: 'string' } },
      ...{ name: { type: 'string' }, json: { type: 'boolean' } },
    },
  })
  const { answer, faults, told } = await command(positionals, values)
  for (const line of [...told, ...faults]) console.error(line)
  console.error(faults.length > 0 ? 'It does not hold: see the lines above.' : 'Everything holds.')
  console.log(JSON.stringify(answer))
  if (faults.length > 0) process.exitCode = 1
  return true
}

async function checkLog([address], { key, state }) {
  if (!address || !URL.canParse(address))
    throw new Error('Name the address of a newsroom: verify-log https://…')
  const file = state && resolve(process.env.INIT_CWD ?? '.', state)
  const kept =
    file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { key: null, checkpoints: [] }
  const found = await verifyLog(address, { key: key ?? kept.key, seen: kept.checkpoints })
  // What does not hold is no checkpoint to go on from.
  if (file && found.faults.length === 0) keep(file, kept, found)
  const { checkpoint: _, ...answer } = found
  return {
    answer,
    faults: found.faults.map(({ what, where, why }) => `${what}: ${where} ${why}`),
    told: found.redacted.map(({ where, by, ground }) => toldOf(where, { by, ground })),
  }
}

async function witness([address], { key, name, state = 'witness.json' }) {
  if (!address || !URL.canParse(address)) throw new Error('Name the address of a newsroom: witness https://…')
  const file = resolve(process.env.INIT_CWD ?? '.', state)
  const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
  if (!before && !name) throw new Error('Say who you are at the first look: --name example.org/witness')
  const kept = before ?? { name, seed: newSeed(), key: key ?? null, checkpoint: null }
  const { fault, cosigned, verifier, kept: next } = await witnessLog(address, kept)
  // What was refused is not gone on from.
  if (fault) return { answer: { fault }, faults: [fault], told: [] }
  writeWhole(`${file}.cosigned`, cosigned)
  // It holds the secret half of the witness's key.
  writeWhole(file, `${JSON.stringify(next, null, 2)}\n`, 0o600)
  return { answer: { verifier, cosigned }, faults: [], told: [`signed as ${verifier}`] }
}

function writeWhole(file, text, mode = 0o644) {
  writeFileSync(`${file}.half`, text, { mode })
  renameSync(`${file}.half`, file)
}

function keep(file, { checkpoints }, { key, checkpoint }) {
  const all = checkpoints.includes(checkpoint) ? checkpoints : [...checkpoints, checkpoint]
  writeWhole(file, `${JSON.stringify({ key, checkpoints: all }, null, 2)}\n`)
}

const toldOf = (what, { by, ground }) =>
  `redacted: ${what} words were removed under law (${ground}); entry ${by} seals what is left`

function checkRecord([record, proof, redaction], { key }) {
  if (!record || !proof || !key)
    throw new Error('Name the two files and the key: verify-record record.json proof.txt --key KEY')
  const [one, other, third] = [record, proof, redaction].map((path) =>
    path ? readFileSync(resolve(process.env.INIT_CWD ?? '.', path)) : null,
  )
  const answer = verifyRecord(one, other, key, third)
  const told = [
    ...(answer.entry && answer.faults.length === 0 ? [sealedBy(answer)] : []),
    ...(answer.redacted ? [toldOf(record, answer.redacted)] : []),
  ]
  return { answer, faults: answer.faults, told }
}

function sealedBy({ entry: { index, body }, origin }) {
  const subject = body.dossier === undefined ? `claim ${body.claim}` : `dossier ${body.dossier}`
  return `entry ${index} of the log ${origin} seals ${subject}, version ${body.version}`
}
