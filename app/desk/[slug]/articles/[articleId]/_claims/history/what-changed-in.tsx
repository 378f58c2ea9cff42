import { DiffLines } from '@/app/_text/diff-lines'
import { replyLines, searchLines, sourceLines, type WordLine } from '@/app/_text/word-lines'
import type { Reply } from '@/server/claim/asked/reply'
import type { Search } from '@/server/claim/asked/search'
import { diffText } from '@/server/claim/word-diff'
import type { Source } from '@/server/source/source'
import { sayableName } from '@/server/source/source-name'
import { words } from '@/server/words'

/** A source that came or went by its name; one that was changed field by field. */
export function SourceChange({ before, after }: { before: Source | null; after: Source | null }) {
  const t = words()
  const source = after ?? before
  if (before && after) return <Fields before={sourceLines(before)} after={sourceLines(after)} />
  return <p className="his-source">{(source && sayableName(source, t)) || t('source.unnamed')}</p>
}

/** The same of a search that found nothing. */
export function SearchChange({ before, after }: { before: Search | null; after: Search | null }) {
  if (before && after) return <Fields before={searchLines(before)} after={searchLines(after)} />
  return <p className="his-source">{(after ?? before)?.what}</p>
}

/** The same of a request for a reply. */
export function ReplyChange({ before, after }: { before: Reply | null; after: Reply | null }) {
  if (before && after) return <Fields before={replyLines(before)} after={replyLines(after)} />
  return <p className="his-source">{(after ?? before)?.whom}</p>
}

function Fields({ before, after }: { before: WordLine[]; after: WordLine[] }) {
  const said = new Map(before.map(({ name, words }) => [name, words]))
  const now = new Map(after.map(({ name, words }) => [name, words]))
  const names = [...new Set([...said.keys(), ...now.keys()])]
  return (
    <dl className="his-fields">
      {names
        .filter((name) => said.get(name) !== now.get(name))
        .map((name) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="diff his-diff">
              <DiffLines lines={diffText(said.get(name) ?? '', now.get(name) ?? '')} />
            </dd>
          </div>
        ))}
    </dl>
  )
}
