import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { freezeDraft } from '../../server/article/draft/freeze-draft'
import { importContent } from '../../server/article/import-article'
import { readDraft, uncorrected } from '../../server/article/read-article'
import { type Figure, percentile, rounded } from './figures'
import type { Newsroom } from './newsroom'

const rounds = 12

/** Importing pages and dumps from the first byte to the frozen revision, extraction in its worker and rows included. */
export async function measureImport({ addMember }: Newsroom): Promise<Figure[]> {
  const member = await addMember('Imke Importer')
  const inputs = inputsFrom(['tests/pages', ...(process.env.ARTICLES_DIR ? [process.env.ARTICLES_DIR] : [])])
  const took: number[] = []
  for (let round = 0; round < rounds; round++) {
    for (const { kind, content } of inputs) {
      const begun = performance.now()
      const imported = await importContent(member, { kind, content })
      if (!('draftId' in imported)) throw new Error('a page without an address was taken for another')
      const { extraction } = await readDraft(member, imported.draftId)
      const fields = uncorrected(extraction)
      await freezeDraft(member, imported.draftId, { ...fields, title: fields.title || 'Untitled' })
      // The first round warms the worker up, as any server after its first import.
      if (round > 0) took.push(performance.now() - begun)
    }
  }
  const note = `${inputs.length} pages, ${took.length} imports`
  return [
    { name: 'importP50Ms', value: rounded(percentile(took, 0.5)), unit: 'ms', note },
    { name: 'importP95Ms', value: rounded(percentile(took, 0.95)), unit: 'ms', bound: 300, note },
  ]
}

function inputsFrom(folders: string[]): { kind: 'html' | 'text'; content: string }[] {
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(?:html|txt)$/.test(name) && !name.startsWith('nothing-'))
      .map((name) => ({
        kind: name.endsWith('.html') ? ('html' as const) : ('text' as const),
        content: readFileSync(join(folder, name), 'utf8'),
      })),
  )
}
