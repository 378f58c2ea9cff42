// Bundles the thread that reads articles into one file; used by the start, the tests and the operator's tool.
import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'

/** Writes .build/extract-worker.mjs, whole or not at all, with everything in it that it needs. */
export async function buildWorker(root) {
  const { build } = await import('esbuild')
  const target = join(root, '.build', 'extract-worker.mjs')
  const half = `${target}.${process.pid}`
  mkdirSync(join(root, '.build'), { recursive: true })
  await build({
    absWorkingDir: root,
    entryPoints: ['server/article/extract/extract-worker.ts'],
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
