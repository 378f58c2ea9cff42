// Bundles the threads that read articles and merge updates into a file each; used by the start, the tests and the operator's tool.
import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'

const threads = {
  'extract-worker': 'server/article/extract/extract-worker.ts',
  'merge-worker': 'server/room/kept/merge-worker.ts',
}

/** Writes them to .build, each whole or not at all, with everything in it that it needs. */
export async function buildWorkers(root) {
  await Promise.all(Object.entries(threads).map(([name, entry]) => buildWorker(root, name, entry)))
}

async function buildWorker(root, name, entry) {
  const { build } = await import('esbuild')
  const target = join(root, '.build', `${name}.mjs`)
  const half = `${target}.${process.pid}`
  mkdirSync(join(root, '.build'), { recursive: true })
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: half,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // linkedom asks for `canvas` only where a page draws; pictures are not drawn here.
    external: ['canvas'],
    banner: {
      js: "import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)",
    },
    logLevel: 'warning',
  })
  renameSync(half, target)
}
