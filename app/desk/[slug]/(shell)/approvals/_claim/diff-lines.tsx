import type { DiffLine, DiffPart } from '@/server/review/approval/word-diff'
import type { FrozenSource } from '@/server/review/submission'
import { words } from '@/server/words'
import { Cite } from './rationale-text'

/** Lines of kept, inserted and deleted words; what colour and line show is also said. */
export function DiffLines({ lines, sources = [] }: { lines: DiffLine[]; sources?: FrozenSource[] }) {
  return lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name than their place
    <p key={index}>
      {line.map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name than their place
        <Part key={place} part={part} sources={sources} />
      ))}
    </p>
  ))
}

function Part({ part, sources }: { part: DiffPart; sources: FrozenSource[] }) {
  const t = words()
  const inside = 'text' in part ? part.text : <Cite id={part.source} sources={sources} />
  if (part.change === 'same') return inside
  if (part.change === 'added')
    return (
      <ins>
        <span className="vh">{t('approvals.inserted')}</span>
        {inside}
      </ins>
    )
  return (
    <del>
      <span className="vh">{t('approvals.deleted')}</span>
      {inside}
    </del>
  )
}
