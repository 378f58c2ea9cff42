'use client'
import { Pencil } from 'lucide-react'
import { Icon } from '@/app/_ui/icon'
import { Stance } from '@/app/_ui/stance'
import { statedDate } from '@/server/date/stated-date'
import { inRow } from '@/server/language/stand-apart'
import { say } from '@/server/refusal'
import type { Evidence as Known } from '@/server/source/snapshot/read-evidence'
import { linkOf, type Source, whyUnfinished } from '@/server/source/source'
import { sayableName } from '@/server/source/source-name'
import { words } from '@/server/words'
import { Evidence } from '../evidence/evidence'

type Props = {
  source: Source
  number: number
  onEdit: (() => void) | null
  evidence: Known | undefined
  numberOf: (sourceId: string) => number
}

/** A source as it is read; what it still needs stands under it in the words of the refusal. */
export function SourceItem({ source, number, onEdit, evidence, numberOf }: Props) {
  const t = words()
  const name = sayableName(source, t) || t('source.unnamed')
  const { unlinked, confidential } = source
  const link = linkOf(source.address)
  const reason = whyUnfinished(source, number)
  const where = [
    source.publisher,
    statedDate(source.date),
    source.place,
    source.kind && t(`sourceKind.${source.kind}`),
    unlinked?.way && t(`sourceWay.${unlinked.way}`),
    unlinked?.terms && t(`sourceTerms.${unlinked.terms}`),
    unlinked?.by,
    confidential?.reason.trim() && t('source.withheld', { reason: confidential.reason }),
  ]
  return (
    <li className="source" id={`source-${source.id}`}>
      <span className="ref">{number}</span>
      {link ? (
        <a className="t" href={link} target="_blank" rel="noreferrer noopener" dir="auto">
          {name}
        </a>
      ) : (
        <span className="t" dir="auto">
          {name}
        </span>
      )}
      <span className="source-end">
        {source.stance && <Stance stance={source.stance} />}
        {onEdit && (
          <button
            type="button"
            className="btn quiet icon-only xs"
            id={`edit-${source.id}`}
            aria-label={t('source.edit', { number })}
            onClick={onEdit}
          >
            <Icon of={Pencil} size="sm" />
          </button>
        )}
      </span>
      {source.quote && (
        <p className="q" dir="auto">
          “{source.quote}”
        </p>
      )}
      <p className="m meta">{inRow(where)}</p>
      {reason && <p className="m missing">{say(reason)}</p>}
      {!confidential && <Evidence source={source} number={number} evidence={evidence} numberOf={numberOf} />}
    </li>
  )
}
