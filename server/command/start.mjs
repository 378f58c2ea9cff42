// `npm start` and `npm run dev`: installs, builds and runs. Plain Node: nothing may be installed yet.
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { alone, buildWhenChanged, bundle } from './build.mjs'
import { checkNode, installWhenNeeded } from './install.mjs'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const isDev = process.argv.includes('--dev')
const say = (line) => console.log(line)

// Whoever reads our output may go away (`npm start | head`): that must not end the start.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

try {
  checkNode()
  process.chdir(root)
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  process.env.NODE_ENV = isDev ? 'development' : 'production'
  await alone(root, say, async () => {
    await installWhenNeeded(root, say)
    if (isDev) await bundle(root, { 'dev-server': 'server/main.ts' })
    else await buildWhenChanged(root, say)
  })
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
// In this very process: signals and the exit code need no passing on, and no second Node stays in memory.
await import(pathToFileURL(join(root, '.build', isDev ? 'dev-server.mjs' : 'server.mjs')).href)
