import type { ReactNode } from 'react'
import type { DiffLine, DiffPart } from '@/server/claim/word-diff'
import { words } from '@/server/words'

/** How a citation is shown, by its source's id; texts without citations need none. */
type Cited = (source: string) => ReactNode

/** Lines of kept, inserted and deleted words; what colour and line show is also said. */
export function DiffLines({ lines, cite = () => null }: { lines: DiffLine[]; cite?: Cited }) {
  return lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name than their place
    <p key={index}>
      {line.map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name than their place
        <Part key={place} part={part} cite={cite} />
      ))}
    </p>
  ))
}

function Part({ part, cite }: { part: DiffPart; cite: Cited }) {
  const t = words()
  const inside = 'text' in part ? part.text : cite(part.source)
  if (part.change === 'same') return inside
  if (part.change === 'added')
    return (
      <ins>
        <span className="vh">{t('ui.inserted')}</span>
        {inside}
      </ins>
    )
  return (
    <del>
      <span className="vh">{t('ui.deleted')}</span>
      {inside}
    </del>
  )
}
