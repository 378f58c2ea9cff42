import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

export type Import = { from: string; to: string; isTypeOnly: boolean }
export type Graph = { files: string[]; imports: Import[]; text: (file: string) => string }

/** Every TypeScript file below the folders, and what each imports: our own files by path, packages by name. */
export function readGraph(folders: string[]): Graph {
  const files = folders.flatMap((folder) => sourcesBelow(folder))
  const texts = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))
  const text = (file: string) => texts.get(file) ?? ''
  return { files, imports: files.flatMap((file) => importsOf(file, text(file))), text }
}

/** Everything a file pulls in when it is loaded, itself included. */
export function reachableFrom(start: string, graph: Graph): Set<string> {
  const seen = new Set<string>()
  const visit = (file: string) => {
    if (seen.has(file)) return
    seen.add(file)
    for (const { from, to, isTypeOnly } of graph.imports) if (from === file && !isTypeOnly) visit(to)
  }
  visit(start)
  return seen
}

/** One circle in a graph of names, as the names on it; null when there is none. */
export function findCircle(edges: { from: string; to: string }[]): string[] | null {
  const next = new Map<string, Set<string>>()
  for (const { from, to } of edges) next.set(from, (next.get(from) ?? new Set()).add(to))
  const done = new Set<string>()
  const walk = (node: string, path: string[]): string[] | null => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node]
    if (done.has(node)) return null
    for (const neighbour of next.get(node) ?? []) {
      const circle = walk(neighbour, [...path, node])
      if (circle) return circle
    }
    done.add(node)
    return null
  }
  for (const node of next.keys()) {
    const circle = walk(node, [])
    if (circle) return circle
  }
  return null
}

function sourcesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .sort()
}

const statement = /^(?:import|export)\s+(type\s)?([^'"`;()]*?\sfrom\s+)?['"]([^'"]+)['"]/gm
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]/g

function importsOf(file: string, text: string): Import[] {
  const stated = [...text.matchAll(statement)].map(([, type, names = '', to = '']) => ({
    from: file,
    to: resolveFrom(file, to),
    isTypeOnly: Boolean(type) || onlyTypes(names),
  }))
  const later = [...text.matchAll(dynamic)].map(([, to = '']) => ({
    from: file,
    to: resolveFrom(file, to),
    isTypeOnly: false,
  }))
  return [...stated, ...later]
}

// `import { type A, type B } from …`
function onlyTypes(names: string): boolean {
  const inside = /^\{([^}]*)\}\s*from\s+$/.exec(names.trimStart())?.[1]
  if (inside === undefined) return false
  const parts = inside.split(',').filter((part) => part.trim())
  return parts.length > 0 && parts.every((part) => part.trim().startsWith('type '))
}

function resolveFrom(file: string, to: string): string {
  // What a browser gets of it (package.json): every noun speaks, and a server asks the request instead.
  if (to === '#language') return 'server/language/page-language.ts'
  const path = to.startsWith('@/')
    ? to.slice(2)
    : to.startsWith('.')
      ? normalize(join(dirname(file), to))
      : null
  if (path === null) return to
  return [path, `${path}.ts`, `${path}.tsx`].find((name) => /\.\w+$/.test(name) && existsSync(name)) ?? path
}
