// `npm run proofroom -- verify-log` and `verify-record`: they need no database, and run on any machine with Node.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { verifyLog } from './verify-log.mjs'
import { verifyRecord } from './verify-record.mjs'

export const usages = [
  'verify-log ADDRESS [--key KEY] [--state FILE]  Reads the public log of a newsroom and all it seals, and names what does not hold. --state keeps the key and checkpoints of each visit in a file, as a witness: the log must go on from them.',
  'verify-record RECORD PROOF --key KEY  Checks one version offline, from its record.json and proof.txt.',
]

const commands = { 'verify-log': checkLog, 'verify-record': checkRecord }

/** Runs the command if it is one of these; answers whether it was. */
export async function verifyCommand([name, ...args]) {
  const command = Object.hasOwn(commands, name ?? '') ? commands[name] : null
  if (!command) return false
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { key: { type: 'string' }, state: { type: 'string' }, json: { type: 'boolean' } },
  })
  const { answer, faults } = await command(positionals, values)
  for (const fault of faults) console.error(fault)
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
  return { answer, faults: found.faults.map(({ what, where, why }) => `${what}: ${where} ${why}`) }
}

function keep(file, { checkpoints }, { key, checkpoint }) {
  const all = checkpoints.includes(checkpoint) ? checkpoints : [...checkpoints, checkpoint]
  writeFileSync(`${file}.half`, `${JSON.stringify({ key, checkpoints: all }, null, 2)}\n`)
  renameSync(`${file}.half`, file)
}

function checkRecord([record, proof], { key }) {
  if (!record || !proof || !key)
    throw new Error('Name the two files and the key: verify-record record.json proof.txt --key KEY')
  const [one, other] = [record, proof].map((path) => readFileSync(resolve(process.env.INIT_CWD ?? '.', path)))
  const answer = verifyRecord(one, other, key)
  return { answer, faults: answer.faults }
}
