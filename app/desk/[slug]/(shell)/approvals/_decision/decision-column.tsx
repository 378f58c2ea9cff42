'use client'
import { Eye } from 'lucide-react'
import type { RefObject } from 'react'
import { Names, Sentence } from '@/app/_text/sentence'
import { Icon } from '@/app/_ui/icon'
import { say } from '@/server/refusal'
import type { SubmissionPage } from '@/server/review/approval/read-submission'
import { words } from '@/server/words'
import { DecisionForm } from './decision-form'
import { EvidenceList } from './evidence-list'
import { Outcome } from './outcome'

export type DecisionProps = {
  page: SubmissionPage
  slug: string
  noteField: RefObject<HTMLTextAreaElement | null>
  isConfirming: boolean
  setConfirming: (isConfirming: boolean) => void
  onDecided: () => void
}

/** Who wrote it, what can be checked about the evidence, and the decision or what became of it. */
export function DecisionColumn(props: DecisionProps) {
  const { page } = props
  return (
    <aside className="appr-side" aria-label={words()('approvals.decision')}>
      <FourEyes page={page} />
      <EvidenceList evidence={page.evidence} />
      {page.isOpen ? <DecisionForm {...props} /> : <Outcome page={page} />}
    </aside>
  )
}

function FourEyes({ page }: { page: SubmissionPage }) {
  const t = words()
  return (
    <section className="foureyes" aria-labelledby="four-eyes">
      <h2 id="four-eyes">
        <Icon of={Eye} size="sm" />
        <Icon of={Eye} size="sm" /> {t('approvals.fourEyes')}
      </h2>
      <p>
        <Sentence of={(names) => t('approvals.writtenBy', { names })}>
          <Names of={page.authors.map(({ name }) => name)} />
        </Sentence>{' '}
        {page.isOpen && (page.reason ? say(page.reason) : t('approvals.youMay'))}
      </p>
    </section>
  )
}
