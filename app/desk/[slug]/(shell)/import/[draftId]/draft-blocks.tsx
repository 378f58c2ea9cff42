'use client'
import type { Block } from '../../../../../../server/article/extract/extraction'
import { words } from '../../../../../../server/words'

type Props = { blocks: Block[]; leftOut: number[]; onChange: (leftOut: number[]) => void }

/** The text block by block; each can be left out before it is frozen, and taken back in. */
export function DraftBlocks({ blocks, leftOut, onChange }: Props) {
  const t = words()
  const toggle = (position: number) =>
    onChange(leftOut.includes(position) ? leftOut.filter((one) => one !== position) : [...leftOut, position])
  return (
    <section className="sheet draft-text" aria-labelledby="draft-text-h">
      <header className="spread">
        <h2 className="label" id="draft-text-h">
          {t('import.textOf', { blocks: blocks.length - leftOut.length })}
        </h2>
        <span className="meta" role="status">
          {t('import.leftOut', { count: leftOut.length })}
        </span>
      </header>
      <ol>
        {blocks.map((block, position) => {
          const isOut = leftOut.includes(position)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks never move, their position is what they are called by
            <li key={position} className={isOut ? 'is-out' : ''}>
              <BlockText block={block} />
              <button
                type="button"
                className="btn quiet xs"
                aria-pressed={isOut}
                aria-label={`${t(isOut ? 'import.keep' : 'import.leaveOut')}: ${block.text.slice(0, 60)}`}
                onClick={() => toggle(position)}
              >
                {t(isOut ? 'import.keep' : 'import.leaveOut')}
              </button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function BlockText({ block }: { block: Block }) {
  if (block.rows) {
    return (
      <table className="table">
        <tbody>
          {block.rows.map((row) => (
            <tr key={row.join('\t')}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its position
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    )
  }
  return <p className={`draft-${block.kind}`}>{block.text || block.address}</p>
}
