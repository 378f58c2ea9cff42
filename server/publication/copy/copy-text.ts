import type { CheckCopy, CopyBlock, Run } from './check-copy'

/** Checks as plain text, several with a rule between them: no markup, addresses written out. */
export function copyText(copies: CheckCopy[]): string {
  return copies
    .map(({ blocks }) => `${blocks.map((block) => textOf(block)).join('\n\n')}\n`)
    .join('\n* * *\n\n')
}

function textOf(block: CopyBlock): string {
  switch (block.kind) {
    case 'title':
    case 'heading':
    case 'paragraph':
      return said(block.runs)
    case 'quote':
      return indented(block.blocks.map(textOf).join('\n\n'), '    ')
    case 'list':
      return block.items
        .map((item, index) => hung(block.isOrdered ? `${index + 1}. ` : '- ', item.map(textOf).join('\n')))
        .join('\n')
    case 'sources':
      return block.items.map((item, index) => hung(`[${index + 1}] `, said(item))).join('\n')
  }
}

function said(runs: Run[]): string {
  return runs
    .map(({ text, link }) => (link && !text.includes(link) ? `${text} (${link})` : text))
    .join('')
    .trim()
}

const indented = (text: string, by: string) => text.replace(/^(?=.)/gm, by)

/** A mark, and what follows it in one column beside it. */
function hung(mark: string, text: string): string {
  return mark + indented(text, ' '.repeat(mark.length)).trimStart()
}
