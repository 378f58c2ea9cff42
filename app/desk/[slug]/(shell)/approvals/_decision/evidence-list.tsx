import { Check, TriangleAlert } from 'lucide-react'
import { Icon } from '@/app/_ui/icon'
import type { Evidence } from '@/server/review/approval/evidence'
import { words } from '@/server/words'

/** What the server could check about the evidence; it informs the editor and forbids nothing. */
export function EvidenceList({ evidence }: { evidence: Evidence[] }) {
  const t = words()
  const holding = evidence.filter(({ holds }) => holds).length
  return (
    <section aria-labelledby="evidence">
      <div className="spread">
        <h2 id="evidence">{t('approvals.evidence')}</h2>
        <span className="meta num">{t('approvals.holding', { holding, all: evidence.length })}</span>
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
      </ul>
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
