'use client'
import { useMemo, useRef, useState } from 'react'
import { useKeys } from '@/app/_keys/use-keys'
import {
  type BlockChange,
  type BlockEdits,
  editedBlocks,
  positionsToJoin,
  whyNotJoin,
} from '@/server/article/draft/edited-blocks'
import type { Block } from '@/server/article/extract/extraction'
import { say } from '@/server/refusal'
import { words } from '@/server/words'
import { DraftRow } from './draft-row'

type Props = {
  blocks: Block[]
  edits: BlockEdits
  onChange: (change: BlockChange) => void
  /** Told the first position of the block in which the focus is. */
  onFocus: (position: number) => void
}

/** The text block by block; each can be left out and taken back, joined with the one before, or be something else. */
export function DraftBlocks({ blocks, edits, onChange, onFocus }: Props) {
  const t = words()
  const list = useRef<HTMLOListElement>(null)
  const [said, setSaid] = useState('')
  const edited = useMemo(() => editedBlocks(blocks, edits), [blocks, edits])
  const joinable = useMemo(() => positionsToJoin(edited), [edited])
  const out = edited.filter(({ isOut }) => isOut).length

  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-block]') ?? [])]
  const here = () => rows().findIndex((row) => row.contains(document.activeElement))
  const go = (step: 1 | -1) => {
    const next = rows()[Math.max(here() + step, 0)]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  const leaveOut = () => {
    const one = edited[here()]
    if (one) onChange({ does: one.isOut ? 'take back' : 'leave out', positions: one.positions })
  }
  const join = () => {
    const at = here()
    const one = edited[at]
    const [position] = one?.positions ?? []
    if (!one || position === undefined || one.isOut) return
    const whyNot = whyNotJoin(edited, position)
    if (whyNot) return setSaid(say(whyNot))
    setSaid(t('import.joined'))
    // The row goes into the one before it, and the keys go on from there.
    rows()[edited.slice(0, at).findLastIndex(({ isOut }) => !isOut)]?.focus()
    onChange({ does: 'join', position })
  }
  useKeys({ j: () => go(1), k: () => go(-1), x: leaveOut, m: join })

  return (
    <section className="sheet draft-text" aria-labelledby="draft-text-h">
      <header className="spread">
        <h2 className="label" id="draft-text-h">
          {t('import.textOf', { blocks: edited.length - out })}
        </h2>
        <span className="meta" role="status">
          {said} {t('import.leftOut', { count: out })}
        </span>
      </header>
      <p className="keys meta">
        <span>
          <kbd>J</kbd> <kbd>K</kbd> {t('import.keysMove')}
        </span>
        <span>
          <kbd>X</kbd> {t('import.keysDrop')}
        </span>
        <span>
          <kbd>M</kbd> {t('import.keysJoin')}
        </span>
      </p>
      <ol
        ref={list}
        onFocus={({ target }) => {
          const row = target.closest<HTMLElement>('[data-block]')
          if (row) onFocus(Number(row.dataset.block))
        }}
      >
        {edited.map(({ block, positions, isOut }) => (
          <DraftRow
            key={positions[0]}
            block={block}
            position={positions[0] ?? 0}
            last={positions.at(-1) ?? 0}
            positions={positions.join(' ')}
            isOut={isOut}
            mayJoin={joinable.has(positions[0] ?? 0)}
            onChange={onChange}
          />
        ))}
      </ol>
    </section>
  )
}
