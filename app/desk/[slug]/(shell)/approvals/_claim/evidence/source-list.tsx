import { Stance } from '@/app/_ui/stance'
import { ShownEvidence } from '@/app/desk/[slug]/_sources/evidence/shown-evidence'
import { useEvidenceOf } from '@/app/desk/[slug]/_sources/evidence/use-evidence-of'
import { SourceNotes } from '@/app/desk/[slug]/_sources/source-notes'
import { statedDate } from '@/server/date/stated-date'
import { inRow } from '@/server/language/stand-apart'
import { diffSources, type SourceChange } from '@/server/review/approval/version-diff'
import type { FrozenSource } from '@/server/review/submission'
import { linkOf } from '@/server/source/source'
import { sayableName } from '@/server/source/source-name'
import { asTermsAllow, unlinkedFields } from '@/server/source/unlinked'
import { words } from '@/server/words'

type Props = {
  before: FrozenSource[] | null
  after: FrozenSource[]
  /** The desk whose notes for editors this member may read; null for none. */
  notesOf: string | null
  /** The claim whose evidence is told beside them; null for a version that is not the submitted one. */
  evidenceOf: { slug: string; claimId: string } | null
}

/** The sources of a claim with their stance and quote; beside an earlier version, with what became of each. */
export function SourceList({ before, after, ...beside }: Props) {
  const numberOf = (id: string) => after.findIndex((source) => source.id === id) + 1
  return (
    <ul className="chg-src">
      {diffSources(before ?? after, after).map((change) => (
        <Line
          key={change.source.id}
          change={change}
          isCompared={before !== null}
          {...{ ...beside, numberOf }}
        />
      ))}
    </ul>
  )
}

type LineProps = {
  change: SourceChange
  isCompared: boolean
  numberOf: (sourceId: string) => number
} & Pick<Props, 'notesOf' | 'evidenceOf'>

function Line({ change, isCompared, notesOf, evidenceOf, numberOf }: LineProps) {
  const t = words()
  const { source, number } = change
  const link = linkOf(source.address)
  const name = sayableName(source, t)
  const { unlinked, confidential } = source
  const about = [source.publisher, statedDate(source.date), source.kind && t(`sourceKind.${source.kind}`)]
  const beyond = [
    unlinked?.way && t(`sourceWay.${unlinked.way}`),
    unlinked?.terms && t(`sourceTerms.${unlinked.terms}`),
    unlinked?.by,
    confidential && t('source.withheld', { reason: confidential.reason }),
  ]
  return (
    <li className={change.change === 'same' ? 'same' : undefined} id={`source-${source.id}`}>
      <Sign change={change.change} />
      <span className="ref">{number}</span>
      <span className="src">
        {change.change === 'removed' ? (
          <del dir="auto">{name}</del>
        ) : link ? (
          <a href={link} target="_blank" rel="noreferrer" dir="auto">
            {name}
          </a>
        ) : (
          <b dir="auto">{name}</b>
        )}
        <span className="meta">{inRow([...about, ...beyond])}</span>
        {unlinked?.terms && change.change !== 'removed' && (
          <span className="meta">{t(`source.termsMeaning.${unlinked.terms}`)}</span>
        )}
        {isCompared && <WhatChanged change={change} />}
        {source.quote && (
          <span className="src-q">
            <q>{source.quote}</q>
            {source.place && <span className="meta">{source.place}</span>}
          </span>
        )}
        {evidenceOf && change.change !== 'removed' && (
          <Behind change={change} {...evidenceOf} numberOf={numberOf} />
        )}
        {notesOf && (unlinked || confidential) && (
          <SourceNotes slug={notesOf} sourceId={source.id} isConfidential={!!confidential} mayRead />
        )}
      </span>
      {source.stance && <Stance stance={source.stance} />}
    </li>
  )
}

type BehindProps = { change: SourceChange } & NonNullable<Props['evidenceOf']> & Pick<LineProps, 'numberOf'>

/** What is known of the evidence behind a source, while the room has its address and quote as they were submitted. */
function Behind({ change: { source, number }, slug, claimId, numberOf }: BehindProps) {
  const evidence = useEvidenceOf(slug, claimId).get(source.id)
  const { address, quote } = asTermsAllow(source)
  if (evidence?.of.address !== address || evidence.of.quote !== quote) return null
  return (
    <fieldset className="evidence">
      <legend className="vh">{words()('evidence.of', { number })}</legend>
      <ShownEvidence slug={slug} evidence={evidence} numberOf={numberOf} onHolds={null} />
    </fieldset>
  )
}

export function Sign({ change }: { change: SourceChange['change'] }) {
  const t = words()
  if (change === 'same') return <span className="pm" />
  const [sign, name, style] = {
    added: ['+', t('approvals.sourceAdded'), 'add'],
    removed: ['−', t('approvals.sourceRemoved'), 'rem'],
    changed: ['±', t('approvals.sourceChanged'), 'chg'],
  }[change] as [string, string, string]
  return (
    <span className={`pm ${style}`}>
      <span aria-hidden="true">{sign}</span>
      <span className="vh">{name}</span>
    </span>
  )
}

const told = ['kind', 'title', 'address', 'publisher', 'date', 'quote', 'place'] as const

function WhatChanged({ change: { change, source, earlier } }: { change: SourceChange }) {
  const t = words()
  if (change === 'same') return <span className="meta">{t('approvals.sourceUnchanged')}</span>
  if (change !== 'changed' || !earlier) return null
  const now = asTermsAllow(source)
  const fields = [
    ...told.filter((field) => now[field] !== earlier[field]),
    ...unlinkedFields.filter((field) => now.unlinked?.[field] !== earlier.unlinked?.[field]),
    ...(now.confidential?.reason !== earlier.confidential?.reason ? (['reason'] as const) : []),
  ]
  const names = fields.map((field) => t(`approvals.field.${field}`)).join(', ')
  return (
    <>
      {source.stance !== earlier.stance && earlier.stance && (
        <span className="meta">
          {t('approvals.stanceWas')} <del>{t(`stance.${earlier.stance}`)}</del>
        </span>
      )}
      {names && <span className="meta">{t('approvals.fieldsChanged', { fields: names })}</span>}
    </>
  )
}
