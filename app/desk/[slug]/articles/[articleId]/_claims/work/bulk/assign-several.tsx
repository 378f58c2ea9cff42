'use client'
import { useState } from 'react'
import { sentenceOf } from '@/app/_api/refusal-of'
import { useDraft } from '@/app/_draft/use-draft'
import { Dialog } from '@/app/_ui/dialog'
import { ReasonedButton } from '@/app/_ui/reason'
import { sayDone } from '@/app/_ui/toast'
import type { Claim } from '@/server/claim/claim'
import { say } from '@/server/refusal'
import { words } from '@/server/words'
import { useClaims, useRoom } from '../../../_room/use-room'
import { AssigneeField, pool } from '../assignee-field'
import { NewerWork } from '../newer-work'
import { useWork } from '../use-work'
import { TermsChoice, unchanged } from './terms-choice'
import { type Left, useAssignSeveral } from './use-assign-several'
import type { Selected } from './use-selected'

type Props = { claims: Claim[]; onClose: () => void; onSelect: (selected: Selected) => void }

/** Assigns several claims at once; those that were refused stay selected, each with its reason. */
export function AssignSeveral({ claims, onClose, onSelect }: Props) {
  const t = words()
  const { send, left, error } = useAssignSeveral(claims)
  const [to, setTo] = useState('')
  const [terms, setTerms] = useState(unchanged)
  const [note, writeNote] = useDraft(`assign-several:${useRoom().article.id}`)
  const changed = { ...terms, note }
  const isDayMissing = changed.due === 'day' && changed.typed.day === ''
  const assign = async () => {
    const refused = await send(to === pool ? null : to, changed)
    if (!refused) return
    const done = claims.length - refused.length
    if (done > 0) sayDone(t('work.assignedSeveral', { count: done }))
    onSelect(refused.length > 0 ? new Set(refused.map(({ claim }) => claim.id)) : null)
    if (refused.length > 0) return
    writeNote('')
    onClose()
  }
  const isTold = left.some(({ refusal }) => refusal.code === 'assignment-changed')
  return (
    <Dialog title={t('work.assignSeveral', { count: claims.length })} isOpen onClose={onClose}>
      <AssigneeField value={to} mayPool onChange={setTo} />
      <TermsChoice
        changed={changed}
        onChange={({ note, ...terms }) => {
          writeNote(note)
          setTerms(terms)
        }}
      />
      {left.length > 0 && <WhyLeft left={left} />}
      {error && (
        <p className="field-wrong" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      <ReasonedButton
        id="assign-several"
        className="btn primary"
        reason={to === '' ? t('work.chooseMissing') : isDayMissing ? t('work.several.dayMissing') : null}
        onClick={() => void assign()}
      >
        {t(isTold ? 'newer.saveMine' : 'work.save')}
      </ReasonedButton>
    </Dialog>
  )
}

/** Why some claims were not assigned; of those that changed hands meanwhile, who has them now. */
function WhyLeft({ left }: { left: Left[] }) {
  const t = words()
  const all = useClaims()
  const { ofClaim } = useWork()
  return (
    <div role="alert">
      <ul>
        {left.map(({ claim, refusal }) => {
          const now = refusal.code === 'assignment-changed' ? ofClaim.get(claim.id) : null
          return (
            <li key={claim.id}>
              <p className="field-wrong">
                {t('claim.number', { number: all.findIndex(({ id }) => id === claim.id) + 1 })}:{' '}
                {say(refusal)}
              </p>
              {now && <NewerWork of={now} />}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
