import { type Run, type Segment, segmentsOf } from '@/server/claim/segments'
import { styleOf } from '@/server/claim/verdict'
import type { MarkedClaim } from './block-claims'

type Props = { run: Run; claims: readonly MarkedClaim[]; openId: string | null }

/** A stretch of the article's text with a flat mark on each segment that claims cover. */
export function MarkedText({ run, claims, openId }: Props) {
  if (!claims.length) return run.text
  const points = Array.from(run.text)
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  return segmentsOf(run, claims).map((segment) => {
    const text = points.slice(segment.start - run.start, segment.end - run.start).join('')
    if (!segment.claims.length) return text
    return <Mark key={segment.start} segment={segment} text={text} byId={byId} openId={openId} />
  })
}

type MarkProps = {
  segment: Segment
  text: string
  byId: ReadonlyMap<string, MarkedClaim>
  openId: string | null
}

/** One segment: the first claim's line under it, and the second's below that; never a mark in a mark. */
function Mark({ segment: { claims }, text, byId, openId }: MarkProps) {
  const onLine = (line: 0 | 1) => byId.get(claims.find((claim) => claim.line === line)?.id ?? '')
  const [upper, lower] = [onLine(0), onLine(1)]
  const isOpen = claims.some(({ id }) => id === openId)
  const only = upper ?? lower
  const style = only ? styleOf(only.claim.verdict) : 'unlined'
  return (
    <mark
      className={`hl ${style} ${upper ? '' : 'under'} ${isOpen ? 'is-open' : ''}`}
      data-claims={claims.map(({ id }) => id).join(' ')}
    >
      {upper && lower ? <span className={`hl under ${styleOf(lower.claim.verdict)}`}>{text}</span> : text}
    </mark>
  )
}
