import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rulesOf, usedRules } from '../pages/used-rules'
import type { MadePage } from './store-pages'

/** What public pages load besides their HTML: a style sheet, one more where there is a form or a chart, fonts, and one page's script. */
type Assets = { stylesheet: string; forms: string; dossier: string; verify: string; files: MadePage[] }

const fonts: Record<string, string> = {
  'source-serif': '@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2',
  'source-serif-ext': '@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-opsz-normal.woff2',
  'plex-sans': '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-standard-normal.woff2',
  'plex-sans-ext': '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-ext-standard-normal.woff2',
  'plex-mono': '@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2',
}

let read: Assets | null = null

/** The style sheets, their fonts and the one script, each under a name that changes with what it holds, so that it may be kept for ever. */
export function readAssets(): Assets {
  read ??= make()
  return read
}

/**
 * A document of ours with the rules inside that it is drawn by, so that a reader waits for one answer; one with a script,
 * which may draw something new, is left as it is.
 */
export function withStyles(content: string, { contentType }: Pick<MadePage, 'contentType'>): string {
  if (!contentType.startsWith('text/html') || content.includes('<script src=')) return content
  return content.replace(/<link rel="stylesheet" href="([^"]+)"\/>/g, (link, path: string) => {
    const rules = rulesAt(path)
    return rules ? `<style>${usedRules(rules, content)}</style>` : link
  })
}

const parsed = new Map<string, ReturnType<typeof rulesOf>>()

function rulesAt(path: string) {
  const sheet = readAssets().files.find((file) => file.path === path)
  if (sheet && !parsed.has(path)) parsed.set(path, rulesOf(String(sheet.content)))
  return parsed.get(path)
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
  const pages = join(projectFolder(), 'server/publication/pages')
  const sheet = (name: string) => {
    const css = readFileSync(join(pages, `${name}.css`), 'utf8')
      .replace(/\/\*[\s\S]*?\*\/\s*/g, '')
      .replace(/\s*\n\s*/g, '\n')
      .replace(/url\(font:([\w-]+)\)/g, (_, font: string) => {
        const file = fonts[font]
        if (!file) throw new Error(`${name}.css names the font ${font}, which is not there`)
        return `url(${keep(`${font}-*.woff2`, 'font/woff2', readFileSync(resolve(file)))})`
      })
    return keep(`${name}-*.css`, 'text/css; charset=utf-8', css)
  }
  const verify = readFileSync(join(pages, 'log/verify-record.js'), 'utf8')
  return {
    stylesheet: sheet('public'),
    forms: sheet('forms'),
    dossier: sheet('dossier'),
    verify: keep('verify-*.js', 'text/javascript; charset=utf-8', verify),
    files,
  }
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
