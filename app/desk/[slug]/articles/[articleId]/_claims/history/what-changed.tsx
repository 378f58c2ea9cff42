import { DiffLines } from '@/app/_text/diff-lines'
import type { Appearance } from '@/server/claim/claim'
import type { Figure } from '@/server/claim/figure/figure'
import { figureLine } from '@/server/claim/figure/figure-line'
import type { Rationale } from '@/server/claim/rationale'
import { diffRationale, diffText } from '@/server/claim/word-diff'
import { statedDate } from '@/server/date/stated-date'
import type { Change, Signed } from '@/server/room/history/changes'
import { isTakenBack } from '@/server/room/history/history'
import type { Source } from '@/server/source/source'
import { words } from '@/server/words'
import { ReplyChange, SearchChange, SourceChange } from './what-changed-in'

type Props = { change: Change | Signed; sources: readonly Source[] }

/** Before and after of an entry, word by word; nothing where its sentence says it all. */
export function WhatChanged({ change, sources }: Props) {
  if (isTakenBack(change)) return null
  switch (change.what) {
    case 'marked':
      return <q className="his-quote">{change.quote}</q>
    case 'merged':
      return <q className="his-quote">{change.claim.words}</q>
    case 'deleted':
      return change.into && <q className="his-quote">{change.into.words}</q>
    case 'rationale':
      return <RationaleChange before={change.before} after={change.after} sources={sources} />
    case 'appearance':
      return <Words before={addressOf(change.before)} after={addressOf(change.after)} />
    case 'figure':
      return <Words before={lineOf(change.before)} after={lineOf(change.after)} />
    case 'source':
      return <SourceChange before={change.before} after={change.after} />
    case 'search':
      return <SearchChange before={change.before} after={change.after} />
    case 'reply':
      return <ReplyChange before={change.before} after={change.after} />
    case 'saidAt':
    case 'asKnownAt':
      return <Words before={statedDate(change.before)} after={statedDate(change.after)} />
    case 'statement':
    case 'shortAnswer':
    case 'notKnown':
    case 'speaker':
    case 'quote':
      return <Words before={change.before} after={change.after} />
    case 'confidence':
      return <Words before={change.before?.why ?? ''} after={change.after?.why ?? ''} />
    case 'damaged':
      return <p className="meta">{partName(change.part)}</p>
    case 'submitted':
      return change.kind === 'first' ? null : <Note kind={change.kind} note={change.note} />
    case 'published':
      return change.note ? <Note kind={change.kind} note={change.note} /> : null
    case 'returned':
    case 'approved':
    case 'handed-over':
      return change.note ? <p className="his-note">{change.note}</p> : null
    default:
      return null
  }
}

function Words({ before, after }: { before: string; after: string }) {
  return (
    <div className="diff his-diff">
      <DiffLines lines={diffText(before, after)} />
    </div>
  )
}

function RationaleChange(props: { before: Rationale; after: Rationale; sources: readonly Source[] }) {
  const { before, after, sources } = props
  const lines = diffRationale(before, after)
  const isForm = lines.flat().every(({ change }) => change === 'same')
  if (isForm) return <p className="meta">{words()('history.onlyForm')}</p>
  const cite = (id: string) => {
    const at = sources.findIndex((source) => source.id === id)
    return <span className="cite">{at < 0 ? '?' : at + 1}</span>
  }
  return (
    <div className="diff his-diff">
      <DiffLines lines={lines} cite={cite} />
    </div>
  )
}

function Note({ kind, note }: { kind: Extract<Signed, { what: 'submitted' }>['kind']; note: string }) {
  return (
    <>
      <p className="meta">{words()(`submissionKind.${kind}`)}</p>
      <p className="his-note">{note}</p>
    </>
  )
}

const addressOf = (appearance: Appearance | null) =>
  appearance ? [appearance.address, statedDate(appearance.date)].filter(Boolean).join(', ') : ''

const lineOf = (figure: Figure | null) => (figure ? figureLine(figure) : '')

const partNames = [
  ...([
    'speaker',
    'saidAt',
    'kind',
    'figure',
    'verdict',
    'confidence',
    'asKnownAt',
    'appearances',
    'topics',
    'sources',
    'searches',
    'replies',
  ] as const),
  ...(['quote', 'entry'] as const),
]

/** Names of damaged parts are those of room-claims; a new one without a word shows its own name. */
function partName(part: string): string {
  const known = partNames.find((name) => name === part)
  return known ? words()(`claim.part.${known}`) : part
}
