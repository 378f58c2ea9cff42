'use client'
import type { Verdict } from '../../db/vocabulary'
import { labelOf, shortOf } from '../../server/claim/scale'
import { styleOf } from '../../server/claim/verdict'
import { verdictShapes } from '../../server/claim/verdict-shapes'
import { useScale } from '../_verdict/scale'

/** A verdict's mark alone; wherever it stands without its word, pass `named` to say it to screen readers. */
export function VerdictMark(props: { verdict: Verdict | null; size?: 'sm' | 'lg' | 'xl'; named?: boolean }) {
  const { verdict, size, named } = props
  const scale = useScale()
  return (
    <>
      <svg className={`mark ${styleOf(verdict)} ${size ?? ''}`} viewBox="0 0 20 20" aria-hidden="true">
        {verdictShapes[verdict ?? 'unrated']}
      </svg>
      {named && <span className="vh">{shortOf(verdict, scale)}: </span>}
    </>
  )
}

/** Mark and word; the full label where `full` is set. */
export function VerdictLabel({ verdict, full }: { verdict: Verdict | null; full?: boolean }) {
  const scale = useScale()
  return (
    <span className={`verdict ${styleOf(verdict)}`}>
      <VerdictMark verdict={verdict} />
      {full && verdict ? labelOf(verdict, scale) : shortOf(verdict, scale)}
    </span>
  )
}
