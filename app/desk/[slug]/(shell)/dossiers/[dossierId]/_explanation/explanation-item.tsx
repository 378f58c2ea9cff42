'use client'
import { type Explanation, placeOfExplanation } from '@/server/dossier/explanation/explanation'
import type { Ahead } from '@/server/dossier/published/read-ahead'
import { words } from '@/server/words'
import { Decision } from '../_decision/decision'
import { ExplainForm } from './explain-form'
import { TakeBackForm } from './take-back-form'

/** Where explanations stand, and what whoever looks may do about them. */
export type ExplanationPlace = {
  slug: string
  dossierId: string
  member: { id: string }
  mayExplain: boolean
  mayApprove: boolean
  ahead: Ahead
}

type Props = ExplanationPlace & {
  explanation: Explanation
  /** What it stands on; left out where its figures stand on no card. */
  card?: { of: string; label: string; pairs: string[] }
  /** Whether an editor is asked already to replace it or take it back. */
  isAsked: boolean
}

/** Why figures differ, as somebody explained it, what became of that, and what the reader may do about it. */
export function ExplanationItem(props: Props) {
  const t = words()
  const { id, reason, text, by, decided, takesBack } = props.explanation
  const state = decided?.outcome === 'approved' ? stateOf(id, props.ahead) : null
  return (
    <div className="dos-said" id={placeOfExplanation(id)}>
      <p className="meta">{t(writtenHow(props.explanation), { name: by.name })}</p>
      <p>
        {!takesBack && <b>{t(`dossier.reason.${reason}`)}.</b>} <span dir="auto">{text}</span>
      </p>
      {decided ? <p className="meta">{outcomeOf(decided)}</p> : <Waiting {...props} />}
      {state && !(takesBack && state === 'held') && <p className="meta">{t(`dossier.readers.${state}`)}</p>}
      {state && !takesBack && props.mayExplain && !props.isAsked && <Anew {...props} />}
    </div>
  )
}

const writtenHow = ({ takesBack, replaces }: Explanation) =>
  takesBack ? 'dossier.takenBackBy' : replaces ? 'dossier.anewBy' : 'dossier.writtenBy'

/** Whether readers have an approved explanation, get it with the next version, or not before its claims. */
function stateOf(id: string, { told, next }: Ahead): 'have' | 'next' | 'held' {
  if (told.includes(id)) return 'have'
  return next.includes(id) ? 'next' : 'held'
}

/** The two ways in which what was approved stops to hold: an editor approves either. */
function Anew({ slug, dossierId, explanation: { id, reason }, card }: Props) {
  const place = { slug, dossierId, replaces: id }
  return (
    <div className="acts">
      {card && <ExplainForm {...place} {...card} reason={reason} />}
      <TakeBackForm {...place} />
    </div>
  )
}

function outcomeOf({ outcome, by, note }: NonNullable<Explanation['decided']>): string {
  const t = words()
  if (outcome === 'approved') return t('dossier.approved', { name: by.name })
  return outcome === 'returned' ? t('dossier.returnedBy', { name: by.name, note }) : t('dossier.withdrawnBy')
}

function Waiting({ slug, dossierId, member, mayApprove, explanation: { id, by } }: Props) {
  const t = words()
  const done = {
    approved: t('dossier.approvedNow'),
    returned: t('dossier.returnedNow'),
    withdrawn: t('dossier.withdrawnNow'),
  }
  const it = { desk: slug, dossierId, explanationId: id }
  return (
    <>
      <p className="meta">{t('dossier.waiting')}</p>
      <Decision
        id={id}
        isOwn={by.id === member.id}
        mayDecide={mayApprove}
        said={{ note: t('dossier.returnWhy'), approve: t('dossier.approve'), done }}
        look={{ row: 'acts', approve: 'linkbtn', other: 'linkbtn' }}
        send={({ dossier }, { outcome, note }) =>
          outcome === 'withdrawn'
            ? dossier.withdraw.mutate(it)
            : dossier.decide.mutate({ ...it, outcome, note })
        }
      />
    </>
  )
}
