// Bundles the threads that read articles, compare words and articles, count sums, merge updates, draw, encode sentences, pack evidence and write the data set into a file each, and the process that two of them run in; used by the start, the tests and the operator's tool.
import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { withoutServerOnly } from './without-server-only.mjs'

const threads = {
  'extract-worker': 'server/article/extract/extract-worker.ts',
  'merge-worker': 'server/room/kept/merge-worker.ts',
  'draw-worker': 'server/publication/drawn/draw-worker.ts',
  'compare-articles-worker': 'server/dossier/copied/compare-articles-worker.ts',
  'count-sums-worker': 'server/dossier/sums/count-sums-worker.ts',
  'embed-worker': 'server/similar/embed/embed-worker.ts',
  'pack-worker': 'server/source/pack/pack-worker.ts',
  'compare-worker': 'server/source/words/compare-worker.ts',
  'write-worker': 'server/publication/dataset/worker/write-worker.ts',
  'serve-tasks': 'server/worker/serve-tasks.ts',
}

/** Writes them to .build, each whole or not at all, with everything in it that it needs but what is no JavaScript. */
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
    // linkedom asks for `canvas` only where a page draws, and none does, pg for `pg-native` where one wants it; the others
    // load files that lie beside them.
    external: ['canvas', '@resvg/resvg-js', 'fontkit', 'wawoff2', 'word-list', 'pg-native'],
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'\nconst require = requireFrom(import.meta.url)",
    },
    logLevel: 'warning',
    plugins: [withoutServerOnly],
  })
  renameSync(half, target)
}
