// `npm run bench -- [names] [--json] [--postgres]`: builds, then measures. Plain Node: nothing may be installed yet.
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { alone, buildWhenChanged, bundle } from '../../server/command/build.mjs'
import { checkNode, installWhenNeeded } from '../../server/command/install.mjs'
import { ensureBrowser, installDebians } from '../browser.mjs'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
// Standard output belongs to the figures.
const say = (line) => console.error(line)

try {
  checkNode()
  process.chdir(root)
  process.env.NODE_ENV = 'production'
  // On the built-in Postgres unless asked otherwise.
  if (!process.argv.includes('--postgres')) process.env.TEST_DATABASE_URL = ''
  else if (!process.env.TEST_DATABASE_URL)
    throw new Error('--postgres measures on TEST_DATABASE_URL: set it.')
  await alone(root, say, async () => {
    await installWhenNeeded(root, say)
    await buildWhenChanged(root, say)
    await bundle(root, {
      bench: 'tests/bench/bench.ts',
      crowd: 'tests/bench/crowd/crowd.ts',
      readers: 'tests/bench/readers/readers.ts',
      'peer-bare-http': 'tests/bench/peers/bare-http.ts',
      'peer-hocuspocus': 'tests/bench/peers/hocuspocus.ts',
      'peer-hocuspocus-database': 'tests/bench/peers/hocuspocus-database.ts',
      'peer-y-websocket': 'tests/bench/peers/y-websocket.ts',
    })
  })
  await installDebians(say)
  ensureBrowser(say)
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
await import(pathToFileURL(join(root, '.build', 'bench.mjs')).href)
