'use client'
import { memo } from 'react'
import { type BlockChange, type TextKind, textKinds } from '@/server/article/draft/edited-blocks'
import type { Block } from '@/server/article/extract/extraction'
import { clock } from '@/server/article/speech/recording'
import { words } from '@/server/words'

type Props = {
  block: Block
  /** The first and the last of the blocks that it is made of. */
  position: number
  last: number
  isOut: boolean
  mayJoin: boolean
  onChange: (change: BlockChange) => void
  /** All that it is made of: told apart by their text, as a joined block is a new one. */
  positions: string
}

/** One block of a draft with what can be done to it; drawn again only when it changes. */
export const DraftRow = memo(function DraftRow(props: Props) {
  const { block, position, isOut } = props
  return (
    <li id={`block-${position}`} data-block={position} tabIndex={-1} className={isOut ? 'is-out' : ''}>
      <BlockText block={block} />
      <Acts {...props} />
    </li>
  )
})

function Acts({ block, position, last, isOut, mayJoin, positions, onChange }: Props) {
  const t = words()
  const start = block.text.slice(0, 60)
  const isText = textKinds.some((kind) => kind === block.kind)
  const whole = positions.split(' ').map(Number)
  return (
    <div className="draft-acts">
      {isText && !isOut && (
        <select
          className="select xs"
          aria-label={t('import.kind', { number: position + 1 })}
          value={block.kind}
          onChange={({ target }) =>
            // The options are these kinds and no others.
            onChange({ does: 'rename', position, kind: target.value as TextKind })
          }
        >
          {textKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`import.kinds.${kind}`)}
            </option>
          ))}
        </select>
      )}
      {mayJoin && !isOut && (
        <button
          type="button"
          className="btn quiet xs"
          aria-label={t('import.joinBlock', { start })}
          onClick={() => onChange({ does: 'join', position })}
        >
          {t('import.join')}
        </button>
      )}
      {last !== position && (
        <button
          type="button"
          className="btn quiet xs"
          aria-label={t('import.partBlock', { start })}
          onClick={() => onChange({ does: 'part', position: last })}
        >
          {t('import.part')}
        </button>
      )}
      <button
        type="button"
        className="btn quiet xs"
        aria-pressed={isOut}
        aria-label={`${t(isOut ? 'import.keep' : 'import.leaveOut')}: ${start}`}
        onClick={() => onChange({ does: isOut ? 'take back' : 'leave out', positions: whole })}
      >
        {t(isOut ? 'import.keep' : 'import.leaveOut')}
      </button>
    </div>
  )
}

function BlockText({ block }: { block: Block }) {
  if (block.rows) {
    return (
      <table className="table" dir="auto">
        <tbody>
          {block.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
            <tr key={at}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its position
                <td key={column} dir="auto">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    )
  }
  return (
    <div>
      {(block.speaker !== undefined || block.at !== undefined) && (
        <p className="draft-speaker meta">
          <bdi>{block.speaker}</bdi> {block.at !== undefined && <span>{clock(block.at)}</span>}
        </p>
      )}
      <p className={`draft-${block.kind}`} dir="auto">
        {block.text || block.address}
      </p>
    </div>
  )
}
