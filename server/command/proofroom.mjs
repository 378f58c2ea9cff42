// `npm run proofroom -- …`: installs when needed, then runs the operator's tool. Plain Node: see start.mjs.
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { alone, bundle } from './build.mjs'
import { checkNode, installWhenNeeded } from './install.mjs'
import { verifyCommand } from './verify/main.mjs'

try {
  // A witness needs Node alone: nothing is installed, no database is opened.
  if (await verifyCommand(process.argv.slice(2))) process.exit()
} catch (error) {
  console.error(error.message)
  process.exit(1)
}

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
// Standard output belongs to the command's answer.
const say = (line) => console.error(line)

try {
  checkNode()
  // Files are named as seen from where the operator stands; npm itself goes to the project's folder.
  process.env.INIT_CWD ??= process.cwd()
  process.chdir(root)
  await alone(root, say, async () => {
    await installWhenNeeded(root, say)
    await bundle(root, { proofroom: 'server/command/proofroom.ts' })
  })
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
process.setSourceMapsEnabled(true)
await import(pathToFileURL(join(root, '.build', 'proofroom.mjs')).href)
