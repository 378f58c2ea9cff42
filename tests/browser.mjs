// Which browser the tests use, in this order: CHROMIUM_PATH, the system's, Debian's by apt when root, Playwright's own.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

// The headless build is the same engine without the windows of a desktop: stories end in a good part of the time.
const shell = 'chromium-headless-shell'
const names = [shell, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The path of a Chromium that is there, or null where Playwright should look for its own. */
export function findBrowser() {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (existsSync(given)) return given
    throw new Error(`CHROMIUM_PATH names ${given}, which does not exist.`)
  }
  const found = names.map(inPath).find(Boolean)
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  return found ?? (existsSync(mac) ? mac : null)
}

/** Where a program of this name stands, if it does. */
function inPath(name) {
  const folders = (process.env.PATH ?? '').split(':').filter(Boolean)
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
}

/** Installs Debian's browser where none is there and apt may; needs nothing of npm, so that other things can be installed beside it. */
export async function installDebians(say) {
  if (inPath(shell) || process.env.CHROMIUM_PATH) return
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  say('Installing Debian’s Chromium…')
  if (!(await apt('update'))) return
  for (const name of [shell, 'chromium'])
    if (await apt('install', '-y', '--no-install-recommends', name)) return
}

/** Makes sure there is a browser, `installDebians` having had its turn; says in a sentence what to do where there is none. */
export function ensureBrowser(say) {
  if (findBrowser() || hasPlaywrights()) return
  if (!process.env.CI) {
    say('Downloading Playwright’s Chromium…')
    if (playwright('install', 'chromium')) return
  }
  throw new Error('There is no browser for the tests: install Chromium, or name one with CHROMIUM_PATH.')
}

function hasPlaywrights() {
  const asked = spawnSync(process.execPath, [cli, 'install', '--list'], { encoding: 'utf8' })
  return asked.status === 0 && /chromium-\d/.test(asked.stdout)
}

const cli = join('node_modules', '@playwright', 'test', 'cli.js')

function playwright(...args) {
  return spawnSync(process.execPath, [cli, ...args], { stdio: 'inherit' }).status === 0
}

async function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const [code] = await once(spawn('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }), 'exit')
  return code === 0
}
