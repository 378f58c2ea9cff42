// Finds out which messages each part of the screens says in a browser, so that a page brings no others. Plain Node.
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the screens lie that say more than every page has words for; each of these folders has a layout that brings them. */
export const folders = {
  room: 'app/desk/[slug]/articles',
  approvals: 'app/desk/[slug]/(shell)/approvals',
  settings: 'app/desk/[slug]/(shell)/settings',
}

/** Writes the names of each part's messages to .build/words.json, whole or not at all. */
export async function buildWords(root) {
  const target = join(root, '.build', 'words.json')
  const half = `${target}.${process.pid}`
  mkdirSync(join(root, '.build'), { recursive: true })
  writeFileSync(half, JSON.stringify(await saidByParts(root)))
  renameSync(half, target)
}

/** The names of the messages that browsers say, by part: `house` is what every page has, the others say these besides. */
export async function saidByParts(root) {
  const modules = await readModules(root)
  const names = namesIn(JSON.parse(readFileSync(join(root, 'messages', 'en.json'), 'utf8')))
  const lies = Object.values(folders).map((folder) => `${folder}/`)
  const said = (screens) => saidIn(inBrowsers(screens, modules), modules, names)
  const house = said(screensOf(modules).filter((screen) => !lies.some((folder) => screen.startsWith(folder))))
  const parts = Object.entries(folders).map(([part, folder]) => {
    const besides = said(screensOf(modules).filter((screen) => screen.startsWith(`${folder}/`)))
    return [part, [...besides].filter((name) => !house.has(name))]
  })
  return { house: [...house], ...Object.fromEntries(parts) }
}

const screen = /^app\/(.*\/)?(page|layout|template|loading|error|not-found|global-error)\.tsx$/

const screensOf = (modules) => [...modules.keys()].filter((file) => screen.test(file))

/** Every file of ours that a screen may load, with what it imports and its text. */
async function readModules(root) {
  const { build } = await import('esbuild')
  const screens = readdirSync(join(root, 'app'), { recursive: true })
    .map((name) => join('app', name))
    .filter((file) => screen.test(file))
  const { metafile } = await build({
    absWorkingDir: root,
    stdin: { contents: screens.map((file) => `import './${file}'`).join('\n'), resolveDir: root },
    // Nothing is written: only what imports what is asked.
    ...{ outdir: '.build/words', write: false, metafile: true, bundle: true, packages: 'external' },
    ...{ platform: 'browser', format: 'esm', loader: { '.css': 'empty' }, logLevel: 'error' },
  })
  return new Map(
    Object.entries(metafile.inputs).map(([file, { imports }]) => [
      file,
      {
        imports: imports.filter(({ external }) => !external).map(({ path }) => path),
        text: /\.tsx?$/.test(file) ? readFileSync(join(root, file), 'utf8') : '',
      },
    ]),
  )
}

/** What runs in a browser of what these screens load: whatever is `use client`, and all that it imports. */
function inBrowsers(screens, modules) {
  const loaded = reachable(screens, modules)
  const doors = [...loaded].filter((file) => /^(['"])use client\1/m.test(modules.get(file).text))
  return reachable(doors, modules)
}

function reachable(files, modules) {
  const seen = new Set()
  const next = [...files]
  for (let file = next.pop(); file !== undefined; file = next.pop()) {
    if (seen.has(file) || !modules.has(file)) continue
    seen.add(file)
    next.push(...modules.get(file).imports)
  }
  return seen
}

/** A message is named by a text that is its name, or begun by one with the rest put in: the compiler knows no third way. */
const naming = /['"`]([a-z]\w*(?:\.[\w.-]*)?)(\$\{|['"`])/gi

function saidIn(files, modules, names) {
  const said = new Set()
  for (const file of files)
    for (const [, start, end] of modules.get(file).text.matchAll(naming)) {
      if (end !== '${') names.has(start) && said.add(start)
      else if (start.includes('.')) for (const name of names) if (name.startsWith(start)) said.add(name)
    }
  return said
}

function namesIn(tree, above = '') {
  return new Set(
    Object.entries(tree).flatMap(([name, value]) =>
      typeof value === 'string' ? [above + name] : [...namesIn(value, `${above}${name}.`)],
    ),
  )
}
