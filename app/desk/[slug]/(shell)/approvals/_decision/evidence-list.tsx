import { Check, TriangleAlert } from 'lucide-react'
import { Icon } from '@/app/_ui/icon'
import type { Evidence } from '@/server/review/approval/evidence'
import type { SubmissionPage } from '@/server/review/approval/read-submission'
import { words } from '@/server/words'
import { CheckLine } from './check-line'

/** What the server could check about the evidence, which forbids nothing, and what the desk has checked by hand. */
export function EvidenceList({ page, slug }: { page: SubmissionPage; slug: string }) {
  const t = words()
  const { evidence, checks } = page
  const holding = evidence.filter(({ holds }) => holds).length + checks.filter(({ tick }) => tick).length
  return (
    <section aria-labelledby="evidence">
      <div className="spread">
        <h2 id="evidence">{t('approvals.evidence')}</h2>
        <span className="meta num">
          {t('approvals.holding', { holding, all: evidence.length + checks.length })}
        </span>
      </div>
      <ul className="evid">
        {evidence.map((line) => (
          <li key={line.check} className={`auto ${line.holds ? 'ok' : 'bad'}`}>
            <Icon of={line.holds ? Check : TriangleAlert} />
            <span>
              {line.holds ? sentenceOf(line) : <b>{sentenceOf(line)}</b>}
              <span className="meta">{moreOf(line)}</span>
            </span>
          </li>
        ))}
        {checks.map((check) => (
          <CheckLine key={check.line.id} {...{ check, page, slug }} />
        ))}
      </ul>
      {checks.length > 0 && page.isOpen && !page.reason && (
        <p className="keys meta">
          <span>
            <kbd>T</kbd> {t('approvals.tickKey')}
          </span>
        </p>
      )}
    </section>
  )
}

const keys = {
  quote: ['approvals.evidenceQuote', 'approvals.evidenceQuoteBad'],
  publishers: ['approvals.evidencePublishers', 'approvals.evidencePublishersBad'],
  described: ['approvals.evidenceDescribed', 'approvals.evidenceDescribedBad'],
  cited: ['approvals.evidenceCited', 'approvals.evidenceCitedBad'],
} as const satisfies Record<Evidence['check'], readonly [string, string]>

function sentenceOf({ check, holds, values }: Evidence): string {
  const [good, bad] = keys[check]
  return words()(holds ? good : bad, values)
}

function moreOf({ check, values }: Evidence): string {
  const t = words()
  if (check === 'quote') return t('approvals.automatic')
  if (check === 'publishers') return t('approvals.evidencePublishersMore', values)
  return String(values.numbers ?? '')
}
