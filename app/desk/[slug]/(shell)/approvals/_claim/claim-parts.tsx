import { ArrowRight } from 'lucide-react'
import { DiffLines } from '@/app/_text/diff-lines'
import { Icon } from '@/app/_ui/icon'
import { VerdictLabel } from '@/app/_ui/verdict'
import { styleOf } from '@/server/claim/verdict'
import { diffRationale, diffText } from '@/server/claim/word-diff'
import { statedDate } from '@/server/date/stated-date'
import { inRow } from '@/server/language/stand-apart'
import type { SubmissionPage } from '@/server/review/approval/read-submission'
import { isSamePart } from '@/server/review/approval/version-diff'
import type { FrozenClaim } from '@/server/review/submission'
import { words } from '@/server/words'
import { Appearances } from './appearances'
import { ConfidenceLine } from './confidence-line'
import { Asked } from './evidence/asked-list'
import { SourceList } from './evidence/source-list'
import { FigurePart } from './figure-part'
import { Part } from './part'
import { Cite, RationaleText } from './rationale-text'

/** `before` is the version to compare with; null shows the claim as it is. */
type Props = { claim: FrozenClaim; before: FrozenClaim | null; page: SubmissionPage }

/** All parts of a claim that an approval is about, one under the other. */
export function ClaimParts({ claim, before, page, slug }: Props & { slug: string }) {
  const t = words()
  const others = { claim, before }
  return (
    <>
      <Part title={t('approvals.verdict')}>
        <VerdictPart claim={claim} before={before} />
        <p className="meta">{t('approvals.verdictIsStatus')}</p>
        {claim === page.claim && <ConfidenceLine confidence={page.confidence} />}
      </Part>
      <Part title={t('approvals.quote')}>
        <QuotePart {...others} page={page} />
      </Part>
      <TextPart title={t('approvals.statement')} field="statement" {...others} />
      <Part title={t('approvals.said')}>
        <div className="diff small">
          <DiffLines lines={diffText(before ? saidBy(before) : saidBy(claim), saidBy(claim))} />
        </div>
        <Appearances claim={claim} />
      </Part>
      <KindPart {...others} />
      <FigurePart {...others} />
      <TextPart title={t('approvals.shortAnswer')} field="shortAnswer" {...others} />
      <TextPart title={t('approvals.notKnown')} field="notKnown" {...others} />
      <TextPart title={t('approvals.asKnownAt')} field="asKnownAt" {...others} />
      <Part title={t('approvals.rationale')}>
        <RationalePart {...others} />
      </Part>
      <Part title={t('approvals.sources')}>
        <SourceList
          before={before?.sources ?? null}
          after={claim.sources}
          // Whoever is no editor is told so by this refusal before all others.
          notesOf={page.reason?.code === 'not-an-editor' ? null : slug}
          evidenceOf={claim === page.claim ? { slug, claimId: page.claimId } : null}
        />
      </Part>
      <Asked {...others} />
      {claim === page.claim && page.topics.length > 0 && (
        <Part title={t('approvals.claimTopics')}>
          <p className="diff small">{page.topics.join(', ')}</p>
        </Part>
      )}
    </>
  )
}

function VerdictPart({ claim, before }: Pick<Props, 'claim' | 'before'>) {
  if (!before || before.verdict === claim.verdict)
    return (
      <p className="chg-v">
        <VerdictLabel verdict={claim.verdict} full />
      </p>
    )
  return (
    <p className="chg-v">
      <span className="was">
        <VerdictLabel verdict={before.verdict} full />
      </span>
      <Icon of={ArrowRight} />
      <span className="vh">{words()('approvals.changedTo')}</span>
      <span className="now">
        <VerdictLabel verdict={claim.verdict} full />
      </span>
    </p>
  )
}

function QuotePart({ claim, before, page }: Props) {
  const t = words()
  const isSubmitted = claim === page.claim
  const context = isSubmitted ? page.context : null
  const isChanged = before !== null && !isSamePart(before, claim, 'selectors')
  const place = { paragraph: context?.paragraph ?? '', revision: page.article.revision }
  return (
    <>
      <p className="same">
        {context?.before}
        <mark className={`hl ${styleOf(claim.verdict)} is-open`}>
          {context?.quote ?? claim.selectors.quote.exact}
        </mark>
        {context?.after}
      </p>
      {isChanged && (
        <p className="same">
          <span className="meta">{t('approvals.quoteChanged')}</span>{' '}
          <del>{before.selectors.quote.exact}</del>
        </p>
      )}
      {context && (
        <p className="meta">
          {t('approvals.quotePlace', place)} {before && !isChanged && t('approvals.quoteUnchanged')}
        </p>
      )}
    </>
  )
}

type TextPartProps = Pick<Props, 'claim' | 'before'> & {
  title: string
  field: 'statement' | 'shortAnswer' | 'notKnown' | 'asKnownAt'
}

/** A part that is plain text; left out where neither version says anything. */
function TextPart({ title, field, claim, before }: TextPartProps) {
  const read = (version: FrozenClaim) =>
    field === 'asKnownAt' ? statedDate(version[field]) : version[field].trim()
  const [was, now] = [read(before ?? claim), read(claim)]
  if (!now && !was) return null
  return (
    <Part title={title}>
      <div className={field === 'asKnownAt' ? 'diff small' : 'diff'}>
        <DiffLines lines={diffText(was, now)} />
      </div>
    </Part>
  )
}

function RationalePart({ claim, before }: Pick<Props, 'claim' | 'before'>) {
  const isSame = !before || isSamePart(before, claim, 'rationale')
  if (isSame) return <RationaleText rationale={claim.rationale} sources={claim.sources} />
  const lines = diffRationale(before.rationale, claim.rationale)
  const onlyForm = lines.flat().every(({ change }) => change === 'same')
  return (
    <>
      {onlyForm && <p className="meta">{words()('approvals.onlyForm')}</p>}
      {onlyForm ? (
        <RationaleText rationale={claim.rationale} sources={claim.sources} />
      ) : (
        <div className="diff">
          <DiffLines
            lines={lines}
            cite={(id) => <Cite id={id} sources={[...claim.sources, ...before.sources]} />}
          />
        </div>
      )}
    </>
  )
}

function KindPart({ claim, before }: Pick<Props, 'claim' | 'before'>) {
  const t = words()
  const read = ({ kind }: FrozenClaim) => (kind ? t(`claimKind.${kind}`) : '')
  const [was, now] = [read(before ?? claim), read(claim)]
  if (!now && !was) return null
  return (
    <Part title={t('approvals.claimKind')}>
      <div className="diff small">
        <DiffLines lines={diffText(was, now)} />
      </div>
    </Part>
  )
}

const saidBy = ({ speaker, date }: FrozenClaim) =>
  inRow([speaker.trim() || words()('approvals.saidNobody'), statedDate(date)])
