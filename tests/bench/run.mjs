// `npm run bench -- [names] [--json]`: builds, then measures. Plain Node: nothing may be installed yet.
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { alone, buildWhenChanged, bundle } from '../../server/command/build.mjs'
import { checkNode, installWhenNeeded } from '../../server/command/install.mjs'
import { ensureBrowser } from '../browser.mjs'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
// Standard output belongs to the figures.
const say = (line) => console.error(line)

try {
  checkNode()
  process.chdir(root)
  process.env.NODE_ENV = 'production'
  // The figures in README are those of the built-in Postgres.
  process.env.TEST_DATABASE_URL = ''
  await alone(root, say, async () => {
    await installWhenNeeded(root, say)
    await buildWhenChanged(root, say)
    await bundle(root, { bench: 'tests/bench/bench.ts', 'bare-hocuspocus': 'tests/bench/bare-hocuspocus.ts' })
  })
  ensureBrowser(say)
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
await import(pathToFileURL(join(root, '.build', 'bench.mjs')).href)
