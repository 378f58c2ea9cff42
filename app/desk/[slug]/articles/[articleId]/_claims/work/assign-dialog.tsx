'use client'
import { useId, useState } from 'react'
import { v7 as uuid } from 'uuid'
import { refusalOf, sentenceOf } from '@/app/_api/refusal-of'
import { useDraft } from '@/app/_draft/use-draft'
import { BesideNewer } from '@/app/_form/beside-newer'
import { Dialog } from '@/app/_ui/dialog'
import { ReasonedButton } from '@/app/_ui/reason'
import { useNow } from '@/app/_ui/time'
import { sayDone } from '@/app/_ui/toast'
import { type Assignment, whyNotAssign } from '@/server/assignment/assignment'
import { instantOf } from '@/server/assignment/due/due'
import { may } from '@/server/member/member'
import { say } from '@/server/refusal'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { AssigneeField, pool } from './assignee-field'
import { NewerWork } from './newer-work'
import { saidDue, TermsFields, termsOf } from './terms-fields'
import { useAssign, useColleagues } from './use-work'

type Props = { title: string; claimId: string | null; standing: Assignment | null; onClose: () => void }

/** Asks who shall have a claim or the article, until when, and what they should know. */
export function AssignDialog({ title, claimId, standing, onClose }: Props) {
  const t = words()
  const id = useId()
  const { member, desk, article } = useRoom()
  const assign = useAssign()
  const { colleagues } = useColleagues()
  const now = useNow()
  const [to, setTo] = useState('')
  const [terms, setTerms] = useState(() => termsOf(standing, desk.timeZone))
  const [note, writeNote] = useDraft(`assign:${claimId ?? article.id}`)
  const [problem, setProblem] = useState<string | null>(null)
  const [isSending, setIsSending] = useState(false)
  // What was read when the form was opened. Once told that it changed, whoever assigns again means it.
  const [read] = useState(standing?.id ?? null)
  const [isTold, setIsTold] = useState(false)
  // What was sent from here may be read before the answer comes.
  const [last, setLast] = useState({ said: '', id: '' })
  const newer = standing && ![read, last.id].includes(standing.id) ? standing : null
  const maySetTerms = may(member, 'assign work') || standing === null
  const chosen = colleagues.find((colleague) => colleague.id === to) ?? null
  const due = saidDue(terms) ?? (terms.isDueSaid ? null : undefined)
  const asked = {
    ...{ seen: standing?.id ?? null, to: chosen, note: note.trim() },
    terms: maySetTerms
      ? { dueAt: typeof due === 'string' ? instantOf(due, desk.timeZone) : due, priority: terms.priority }
      : null,
  }
  const refusal = now && whyNotAssign(standing, asked, { member, now })
  const reason = to === '' ? t('work.chooseMissing') : refusal && say(refusal)

  const send = async () => {
    if (isSending) return
    const given = {
      ...{ claimId, to: chosen?.id ?? null, note: note.trim() },
      seen: isTold ? (standing?.id ?? null) : read,
      terms: maySetTerms ? { due, priority: terms.priority } : null,
    }
    const said = JSON.stringify(given)
    const sent = last.said === said ? last : { said, id: uuid() }
    setLast(sent)
    setIsSending(true)
    try {
      await assign({ ...given, id: sent.id })
      writeNote('')
      sayDone(chosen ? t('work.saved', { name: chosen.name }) : t('work.pooled'))
      onClose()
    } catch (error) {
      setIsSending(false)
      setProblem(sentenceOf(error))
      if (refusalOf(error)?.code === 'assignment-changed') setIsTold(true)
    }
  }
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <BesideNewer
        newer={newer && { title: t('work.newer', { name: newer.by.name }), shown: <NewerWork of={newer} /> }}
        take={t('work.leaveIt')}
        onTake={onClose}
      >
        <AssigneeField value={to} mayPool={standing?.to != null || to === pool} onChange={setTo} />
        {maySetTerms && <TermsFields terms={terms} onChange={setTerms} />}
        <div className="field">
          <label htmlFor={`${id}-note`}>{t('work.note')}</label>
          <textarea
            id={`${id}-note`}
            className="textarea"
            rows={3}
            placeholder={t('work.noteHint')}
            value={note}
            onChange={(event) => writeNote(event.target.value)}
          />
        </div>
        {problem && (
          <p className="field-wrong" role="alert">
            {problem}
          </p>
        )}
        <ReasonedButton id="assign-work" className="btn primary" reason={reason} onClick={() => void send()}>
          {t(newer && isTold ? 'newer.saveMine' : 'work.save')}
        </ReasonedButton>
      </BesideNewer>
    </Dialog>
  )
}
