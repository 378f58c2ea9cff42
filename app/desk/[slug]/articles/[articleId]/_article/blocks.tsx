import { Block } from './block'
import type { Placed } from './block-claims'

type Props = { placed: readonly Placed[]; openId: string | null; onOpen: (claimId: string) => void }

/** All blocks in order; items that follow each other are one list. */
export function Blocks({ placed, openId, onOpen }: Props) {
  return groups(placed).map((group) => {
    const blocks = group.map((entry) => (
      <Block
        key={entry.number}
        placed={entry}
        openId={entry.claims.some(({ id }) => id === openId) ? openId : null}
        onOpen={onOpen}
      />
    ))
    if (group[0]?.block.kind !== 'list-item') return blocks
    return (
      // A paragraph with number and margin is no child for a ul.
      // biome-ignore lint/a11y/useSemanticElements: see above
      <div key={group[0].number} role="list" className="galley-list">
        {blocks}
      </div>
    )
  })
}

function groups(placed: readonly Placed[]): Placed[][] {
  const all: Placed[][] = []
  for (const entry of placed) {
    const last = all.at(-1)
    const continues = entry.block.kind === 'list-item' && last?.[0]?.block.kind === 'list-item'
    if (last && continues) last.push(entry)
    else all.push([entry])
  }
  return all
}
