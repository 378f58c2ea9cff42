import { useId } from 'react'
import { VerdictMark } from '@/app/_ui/verdict'
import { useScale } from '@/app/_verdict/scale'
import { type ClaimRelation, claimRelations } from '@/db/vocabulary/figure'
import { shortOf } from '@/server/claim/scale'
import { dateFormat } from '@/server/date/date-format'
import type { PublishedCheck, SimilarClaim as Similar } from '@/server/similar/similar'
import { screenLocale, words } from '@/server/words'

type Props = {
  slug: string
  claim: Similar
  /** Null where the member may not say how the two stand to each other. */
  onSay: ((relation: ClaimRelation) => void) | null
  /** What else can be done with it. */
  children?: React.ReactNode
}

/** One claim that sounds like another: what it says, what was found about it and where, and how the two stand. */
export function SimilarClaim({ slug, claim, onSay, children }: Props) {
  const { published, work, statement } = claim
  return (
    <li>
      {published && <Before check={published} />}
      <p dir="auto">{statement}</p>
      {published && (
        <p className="meta">
          <a href={published.path} target="_blank" rel="noopener">
            {words()('similar.check', {
              ...{ number: published.number, desk: published.desk, date: dayOf(published.at) },
            })}
          </a>
        </p>
      )}
      {work && <InWork {...{ slug, work, claimId: claim.claimId }} />}
      <Relation claim={claim} onSay={onSay} />
      {children}
    </li>
  )
}

function Before({ check: { verdict, label, isRetracted, isUnderReview } }: { check: PublishedCheck }) {
  const t = words()
  return (
    <p className="checked">
      <VerdictMark verdict={isRetracted ? null : verdict} />
      <b>{isRetracted ? t('similar.isRetracted') : t('similar.checkedBefore', { verdict: label })}</b>
      {isUnderReview && !isRetracted && <span className="meta">{t('similar.isUnderReview')}</span>}
    </p>
  )
}

function InWork({
  slug,
  claimId,
  work,
}: {
  slug: string
  claimId: string
  work: NonNullable<Similar['work']>
}) {
  const scale = useScale()
  const verdict = shortOf(work.verdict, scale)
  return (
    <p className="meta">
      <a href={`/desk/${slug}/articles/${work.articleId}?claim=${claimId}`}>
        {words()('similar.inWork', { title: work.title, verdict })}
      </a>
    </p>
  )
}

function Relation({ claim: { relation, statement }, onSay }: Pick<Props, 'claim' | 'onSay'>) {
  const t = words()
  const id = useId()
  const said = relation && t(`similar.${relation.isReversed ? 'reversed' : 'relations'}.${relation.relation}`)
  if (!onSay)
    return (
      relation && <p className="meta">{t('similar.saidBy', { relation: said ?? '', name: relation.by })}</p>
    )
  return (
    <p className="relation">
      <label className="meta" htmlFor={id}>
        {t('similar.relation')} <span className="vh">: {statement}</span>
      </label>
      <select
        id={id}
        className="select"
        value={relation && !relation.isReversed ? relation.relation : ''}
        // The choices are those of the vocabulary.
        onChange={(event) => onSay(event.target.value as ClaimRelation)}
      >
        <option value="" disabled>
          {said ?? t('similar.unsaid')}
        </option>
        {claimRelations.map((one) => (
          <option key={one} value={one}>
            {t(`similar.relations.${one}`)}
          </option>
        ))}
      </select>
      {relation && (
        <span className="meta">{t('similar.saidBy', { relation: said ?? '', name: relation.by })}</span>
      )}
    </p>
  )
}

const dayOf = (at: Date) => dateFormat(screenLocale(), { dateStyle: 'long' }).format(at)
