import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MadePage } from './store-pages'

/** What public pages load besides their HTML: one style sheet, and the fonts it names. */
type Assets = { stylesheet: string; files: MadePage[] }

const fonts: Record<string, string> = {
  'source-serif': '@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2',
  'source-serif-ext': '@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-opsz-normal.woff2',
  'plex-sans': '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-standard-normal.woff2',
  'plex-sans-ext': '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-ext-standard-normal.woff2',
  'plex-mono': '@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2',
}

let read: Assets | null = null

/** The style sheet and its fonts, each under a name that changes with what it holds, so that it may be kept for ever. */
export function readAssets(): Assets {
  read ??= make()
  return read
}

function make(): Assets {
  const { resolve } = createRequire(import.meta.url)
  const files: MadePage[] = []
  const keep = (name: string, contentType: string, content: string | Buffer) => {
    const template = createHash('sha256').update(content).digest('hex').slice(0, 16)
    const path = `/assets/${name.replace('*', template)}`
    files.push({ path, canonical: path, contentType, content, template })
    return path
  }
  const source = readFileSync(join(projectFolder(), 'server/publication/pages/public.css'), 'utf8')
  const css = source
    .replace(/\/\*[\s\S]*?\*\/\s*/g, '')
    .replace(/\s*\n\s*/g, '\n')
    .replace(/url\(font:([\w-]+)\)/g, (_, name: string) => {
      const file = fonts[name]
      if (!file) throw new Error(`public.css names the font ${name}, which is not there`)
      return `url(${keep(`${name}-*.woff2`, 'font/woff2', readFileSync(resolve(file)))})`
    })
  return { stylesheet: keep('public-*.css', 'text/css; charset=utf-8', css), files }
}

/** The nearest folder above with a package.json: this file runs from its place and from the bundle. */
function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    if (folder === dirname(folder)) throw new Error('the project has no package.json')
    folder = dirname(folder)
  }
  return folder
}
