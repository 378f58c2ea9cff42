import { ImageIcon } from 'lucide-react'
import { memo } from 'react'
import { Icon } from '@/app/_ui/icon'
import type { Block as ArticleBlock } from '@/server/article/extract/extraction'
import { clock } from '@/server/article/speech/recording'
import { cellRuns, type Run } from '@/server/claim/segments'
import { linkOf } from '@/server/source/source'
import { words } from '@/server/words'
import type { MarkedClaim, Placed } from './block-claims'
import { MarkedText } from './marked-text'
import { Rail } from './rail'

type Props = {
  placed: Placed
  /** The open claim, where it touches this block. */
  openId: string | null
  onOpen: (claimId: string) => void
}

/** One block of the article with its number and its margin; drawn again only when it or its claims change. */
export const Block = memo(function Block({ placed, openId, onOpen }: Props) {
  const { block, number, claims } = placed
  const id = `p${number}`
  const starting = claims.filter((claim) => claim.start >= placed.place.start)
  return (
    <div className="para" id={id} role={block.kind === 'list-item' ? 'listitem' : undefined}>
      <a
        className="pno"
        href={`#${id}`}
        tabIndex={-1}
        aria-label={words()('workspace.paragraph', { number })}
      >
        {number}
      </a>
      <SaidBy block={block} />
      <Body placed={placed} openId={openId} />
      {claims.length > 0 && (
        <Rail number={number} claims={starting} all={claims} openId={openId} onOpen={onOpen} />
      )}
    </div>
  )
})

/** Who speaks in a transcript and when: beside the text, which has the spoken words alone. */
function SaidBy({ block: { speaker, at } }: { block: ArticleBlock }) {
  if (speaker === undefined && at === undefined) return null
  return (
    <p className="meta said-by">
      <bdi>{speaker}</bdi> {at !== undefined && <span>{clock(at)}</span>}
    </p>
  )
}

function Body({ placed: { block, place, claims }, openId }: Pick<Props, 'placed' | 'openId'>) {
  const run = { ...place, text: block.text.normalize('NFC') }
  const text = <MarkedText run={run} claims={claims} openId={openId} />
  const isAt = { 'data-from': run.start, 'data-to': run.end }
  switch (block.kind) {
    case 'heading':
      return <h3 {...isAt}>{text}</h3>
    case 'table':
      return <TableBody run={run} claims={claims} openId={openId} />
    case 'quote':
      return (
        <blockquote>
          <p {...isAt}>{text}</p>
        </blockquote>
      )
    case 'caption':
      return (
        <p className="caption" {...isAt}>
          {text}
        </p>
      )
    case 'picture':
      return <Picture address={block.address} text={run.text ? <span {...isAt}>{text}</span> : null} />
    default:
      return (
        <p className={block.kind === 'list-item' ? 'item-text' : undefined} {...isAt}>
          {text}
        </p>
      )
  }
}

function TableBody({ run, claims, openId }: { run: Run; claims: MarkedClaim[]; openId: string | null }) {
  const rows = cellRuns(run.text, run.start)
  const ofNumbers = columnsOfNumbers(rows)
  return (
    <div className="galley-table">
      {/* Its columns run as its own words do, whatever the language of the screen is. */}
      <table dir="auto">
        <tbody>
          {rows.map((cells) => (
            <tr key={cells[0]?.start}>
              {cells.map((cell, column) => (
                <td key={cell.start} className={ofNumbers.has(column) ? 'n' : undefined}>
                  <span data-from={cell.start} data-to={cell.end}>
                    <MarkedText run={cell} claims={claims} openId={openId} />
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Columns that hold numbers all the way below their head; they stand right, so that digits line up. */
function columnsOfNumbers([, ...rows]: Run[][]): Set<number> {
  const columns = new Set(rows.flatMap((cells) => [...cells.keys()]))
  for (const cells of rows)
    for (const [column, cell] of cells.entries()) if (!isNumber(cell.text)) columns.delete(column)
  return columns
}

const isNumber = (text: string) => /^[\p{Sc}\s+−-]*\d[\d\s.,]*[%‰]?$/u.test(text)

/** A picture of the page: its words can be marked; the file itself stays with its publisher. */
function Picture({ address, text }: { address?: string; text: React.ReactNode }) {
  const link = address ? linkOf(address) : null
  const t = words()
  return (
    <figure className="picture">
      <Icon of={ImageIcon} size="lg" />
      <div>
        {text && <p>{text}</p>}
        {link && (
          <a className="meta" href={link} rel="noreferrer" target="_blank">
            {t('workspace.openPicture')}
          </a>
        )}
      </div>
    </figure>
  )
}
