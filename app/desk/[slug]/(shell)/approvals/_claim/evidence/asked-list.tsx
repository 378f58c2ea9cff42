import { DiffLines } from '@/app/_text/diff-lines'
import { replyLines, searchLines, type WordLine } from '@/app/_text/word-lines'
import type { Reply } from '@/server/claim/asked/reply'
import { publicSearch, type Search } from '@/server/claim/asked/search'
import { diffText } from '@/server/claim/word-diff'
import { diffListed, type ListedChange } from '@/server/review/approval/version-diff'
import type { FrozenClaim } from '@/server/review/submission'
import { words } from '@/server/words'
import { Part } from '../part'
import { Sign } from './source-list'

type AskedProps = { claim: FrozenClaim; before: FrozenClaim | null }

/** What was looked for in vain, and who was asked for their side, in this version or the one before. */
export function Asked({ claim, before }: AskedProps) {
  const t = words()
  const { searches = [], replies = [] } = claim
  const was = { searches: before?.searches ?? [], replies: before?.replies ?? [] }
  return (
    <>
      {searches.length + was.searches.length > 0 && (
        <Part title={t('searched.title')}>
          <SearchList before={before && was.searches} after={searches} />
        </Part>
      )}
      {replies.length + was.replies.length > 0 && (
        <Part title={t('reply.title')}>
          <ReplyList before={before && was.replies} after={replies} />
        </Part>
      )}
    </>
  )
}

/** Searches that found nothing; beside an earlier version, with what became of each, word by word. */
function SearchList({ before, after }: { before: Search[] | null; after: Search[] }) {
  // What readers have names nobody of the desk: that alone is no change.
  const shown = before ? after.map(publicSearch) : after
  return (
    <ul className="chg-src">
      {diffListed(before ?? shown, shown).map((change) => (
        <Line key={change.thing.id} change={change} linesOf={searchLines} />
      ))}
    </ul>
  )
}

/** The same of who was asked for their side. */
function ReplyList({ before, after }: { before: Reply[] | null; after: Reply[] }) {
  return (
    <ul className="chg-src">
      {diffListed(before ?? after, after).map((change) => (
        <Line key={change.thing.id} change={change} linesOf={replyLines} />
      ))}
    </ul>
  )
}

type LineProps<Thing> = { change: ListedChange<Thing>; linesOf: (thing: Thing) => WordLine[] }

function Line<Thing>({ change: { change, thing, earlier }, linesOf }: LineProps<Thing>) {
  const was = new Map(earlier ? linesOf(earlier).map(({ name, words }) => [name, words]) : [])
  const lines = linesOf(thing).filter(({ name, words }) => words.trim() || was.get(name)?.trim())
  return (
    <li className={change === 'same' ? 'same' : undefined}>
      <Sign change={change} />
      <dl className="asked-fields">
        {lines.map(({ name, words }) => (
          <div key={name}>
            <dt className="meta">{name}</dt>
            <dd className="diff small">
              <DiffLines
                lines={diffText(beforeOf(change, was.get(name), words), change === 'removed' ? '' : words)}
              />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  )
}

/** What a part said before; one that is new or the same is shown as it is. */
function beforeOf(change: ListedChange<unknown>['change'], was: string | undefined, now: string): string {
  return change === 'changed' || change === 'removed' ? (was ?? '') : now
}
