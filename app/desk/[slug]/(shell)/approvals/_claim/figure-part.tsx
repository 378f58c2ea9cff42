import { DiffLines } from '@/app/_text/diff-lines'
import { figureLine } from '@/server/claim/figure/figure-line'
import { diffText } from '@/server/claim/word-diff'
import type { FrozenClaim } from '@/server/review/submission'
import { words } from '@/server/words'
import { Part } from './part'

type Props = { claim: FrozenClaim; before: FrozenClaim | null }

/** The typed number of a claim; left out where neither version has one. */
export function FigurePart({ claim, before }: Props) {
  const read = ({ figure }: FrozenClaim) => (figure ? figureLine(figure) : '')
  const [was, now] = [read(before ?? claim), read(claim)]
  if (!now && !was) return null
  return (
    <Part title={words()('figure.title')}>
      <div className="diff small">
        <DiffLines lines={diffText(was, now)} />
      </div>
    </Part>
  )
}
