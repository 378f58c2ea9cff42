'use client'
import { Eye, Trash2 } from 'lucide-react'
import type { RefObject } from 'react'
import { Names, Sentence } from '@/app/_text/sentence'
import { Icon } from '@/app/_ui/icon'
import { say } from '@/server/refusal'
import type { SubmissionPage } from '@/server/review/approval/read-submission'
import { words } from '@/server/words'
import { Clearances } from '../../../_clearance/clearances'
import { OwnVerdicts } from '../../../_own-verdict/own-verdicts'
import { UnsentNote } from '../_note/unsent-note'
import { PlannedRelease } from '../_release/planned-release'
import { SecondVerdicts } from '../_second/second-verdicts'
import { often } from '../use-queue'
import { DecisionForm } from './decision-form'
import { EvidenceList } from './evidence-list'
import { LeftOpenList } from './left-open-list'
import { Outcome } from './outcome'

export type DecisionProps = {
  page: SubmissionPage
  slug: string
  noteField: RefObject<HTMLTextAreaElement | null>
  isConfirming: boolean
  setConfirming: (isConfirming: boolean) => void
  setPreviewing: (isPreviewing: boolean) => void
  onDecided: () => void
}

/** Who wrote it, what can be checked about the evidence, and the decision or what became of it. */
export function DecisionColumn(props: DecisionProps) {
  const { page, slug } = props
  return (
    <aside className="appr-side" aria-label={words()('approvals.decision')}>
      {page.isDeleted && <Deleted />}
      <FourEyes page={page} />
      <SecondVerdicts page={page} slug={slug} mayAsk={page.isOpen && mayDecide(page)} />
      <EvidenceList page={page} slug={slug} />
      <Clearances slug={slug} claimId={page.claimId} every={often} />
      {page.isOpen && <LeftOpenList page={page} slug={slug} />}
      <OwnVerdicts slug={slug} claimId={page.claimId} memberId={null} maySign={false} />
      {page.isOpen && <Outcome page={page} />}
      <PlannedRelease page={page} slug={slug} mayStop={mayDecide(page)} />
      {page.isOpen ? <DecisionForm {...props} /> : <Closed page={page} slug={slug} />}
    </aside>
  )
}

/** What became of it; a note that this editor was about to send stands beside what was said instead. */
function Closed({ page, slug }: Pick<DecisionProps, 'page' | 'slug'>) {
  const last = page.reviews.at(-1)
  const newer = page.newerId && `/desk/${slug}/approvals/${page.newerId}`
  return (
    <>
      <Outcome page={page} />
      {page.reason && (
        <UnsentNote
          about={page.id}
          why={page.reason}
          other={last ? { name: last.editor, note: last.note } : null}
          newer={newer}
        />
      )}
    </>
  )
}

/** That the claim is gone from its room: nothing of it is approved until it is back. */
function Deleted() {
  const t = words()
  return (
    <div className="notice warn">
      <Icon of={Trash2} />
      <b>{t('approvals.claimDeleted')}</b>
      <p>{t('approvals.claimDeletedHint')}</p>
    </div>
  )
}

/** Whether the one who looks is an editor: the rule names it before everything else. */
const mayDecide = ({ reason }: SubmissionPage) => reason?.code !== 'not-an-editor'

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
