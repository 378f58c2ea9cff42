import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** Who Postgres runs as when we are root: it refuses to be root itself. 65534 is nobody. */
export const unprivileged = 65534

export const isRoot = process.getuid?.() === 0

/** `data` in the project's folder; for root, where nobody cannot reach that, a place under /var/lib of its own. */
export function defaultDataDir(folder: string = process.cwd()): string {
  const inside = join(folder, 'data')
  if (!isRoot || reachable(inside)) return inside
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12)
  return join('/var/lib/proofroom', name)
}

/** Whether the unprivileged user may walk to a path; what does not exist yet counts as reachable. */
export function reachable(path: string): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const mode = modeOf(folder)
    if (mode !== null && (mode & 0o001) === 0) return false
    if (folder === dirname(folder)) return true
  }
}

function modeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mode ?? null
}
