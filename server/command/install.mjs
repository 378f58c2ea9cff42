// Brings node_modules to what package-lock.json says. Plain Node: nothing may be installed yet.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './build.mjs'

/** Refuses a Node that cannot run Proofroom, with a sentence. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 20)) return
  throw new Error(
    `Proofroom needs Node 20.20 or newer; this is ${process.versions.node}. See https://nodejs.org.`,
  )
}

/** Installs from the lockfile when node_modules is missing or belongs to another one. */
export async function installWhenNeeded(root, say) {
  const stamp = join(root, 'node_modules', '.proofroom')
  const wanted = createHash('sha256')
    .update(`${process.platform} ${process.arch} `)
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  if (!isInstalledByHand(root)) {
    say('Installing from the lockfile…')
    // Building needs the development packages too, whatever NODE_ENV says.
    await run('npm', ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'], root)
  }
  writeFileSync(stamp, wanted)
}

// npm writes this file last: newer than the lockfile, somebody ran `npm ci` themselves.
function isInstalledByHand(root) {
  const mark = join(root, 'node_modules', '.package-lock.json')
  return existsSync(mark) && statSync(mark).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
}
