import type { Block, BlockKind } from '../../../server/article/extract/extraction'
import { tableText } from '../../../server/article/frozen-text'
import type { Reckoned } from '../../../server/dossier/sums/sums'

/**
 * An article written down shortly: paragraphs with empty lines between them, a heading begins with "# ", a caption with
 * "~ ", and a table is lines of cells with "|" between them.
 */
export function articleOf(text: string, given: Partial<Reckoned> = {}): Reckoned {
  const blocks = text
    .trim()
    .split(/\n\s*\n/)
    .map(blockOf)
  return { blocks, language: 'en', published: '2026-03-14', ...given }
}

function blockOf(written: string): Block {
  const lines = written.split('\n').map((line) => line.trim())
  if (
    lines.length > 1 &&
    lines.every((line) => line.includes('|') || !/\s{2}/.test(line)) &&
    written.includes('|')
  ) {
    const rows = lines.map((line) => line.split('|').map((cell) => cell.trim()))
    return { kind: 'table', text: tableText(rows), rows }
  }
  const text = lines.join(' ')
  const kinds: [string, BlockKind][] = [
    ['# ', 'heading'],
    ['~ ', 'caption'],
  ]
  const [mark, kind] = kinds.find(([begins]) => text.startsWith(begins)) ?? ['', 'paragraph']
  return { kind, text: text.slice(mark.length) }
}
