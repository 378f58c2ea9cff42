'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { v7 as uuid } from 'uuid'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { Dialog } from '@/app/_ui/dialog'
import { ReasonedButton } from '@/app/_ui/reason'
import { sayDone } from '@/app/_ui/toast'
import type { Claim } from '@/server/claim/claim'
import { type Refusal, say } from '@/server/refusal'
import { words } from '@/server/words'
import { useClaims, useRoom } from '../../../_room/use-room'
import { AssigneeField, pool } from '../assignee-field'
import { saidDue, TermsFields, termsOf } from '../terms-fields'
import { useWork } from '../use-work'
import type { Selected } from './use-selected'

type Props = { claims: Claim[]; onClose: () => void; onSelect: (selected: Selected) => void }

/** Assigns several claims at once; those that were refused stay selected, each with its reason. */
export function AssignSeveral({ claims, onClose, onSelect }: Props) {
  const t = words()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { desk, article } = useRoom()
  const all = useClaims()
  const { ofClaim } = useWork()
  const [to, setTo] = useState('')
  const [terms, setTerms] = useState(() => termsOf(null, desk.timeZone))
  const [refused, setRefused] = useState<{ claim: Claim; refusal: Refusal }[]>([])
  const assign = useMutation(
    trpc.assignment.assignSeveral.mutationOptions({
      networkMode: 'always',
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.assignment.pathKey() }),
    }),
  )
  const send = async () => {
    if (assign.isPending) return
    const items = claims.map(({ id }) => ({ id: uuid(), claimId: id, seen: ofClaim.get(id)?.id ?? null }))
    const given = {
      ...{ desk: desk.slug, articleId: article.id, to: to === pool ? null : to, note: '' },
      terms: { due: saidDue(terms), priority: terms.priority },
    }
    const answers = await assign.mutateAsync({ ...given, items }).catch(() => null)
    if (!answers) return
    const left = claims.flatMap((claim, at) => {
      const refusal = answers[at]
      return refusal ? [{ claim, refusal }] : []
    })
    const done = claims.length - left.length
    if (done > 0) sayDone(t('work.assignedSeveral', { count: done }))
    setRefused(left)
    onSelect(left.length > 0 ? new Set(left.map(({ claim }) => claim.id)) : null)
    if (left.length === 0) onClose()
  }
  return (
    <Dialog title={t('work.assignSeveral', { count: claims.length })} isOpen onClose={onClose}>
      <AssigneeField value={to} mayPool onChange={setTo} />
      <TermsFields terms={terms} onChange={setTerms} />
      {refused.length > 0 && (
        <ul role="alert">
          {refused.map(({ claim, refusal }) => (
            <li key={claim.id} className="field-wrong">
              {t('claim.number', { number: all.findIndex(({ id }) => id === claim.id) + 1 })}: {say(refusal)}
            </li>
          ))}
        </ul>
      )}
      {assign.error && (
        <p className="field-wrong" role="alert">
          {sentenceOf(assign.error)}
        </p>
      )}
      <ReasonedButton
        id="assign-several"
        className="btn primary"
        reason={to === '' ? t('work.chooseMissing') : null}
        onClick={() => void send()}
      >
        {t('work.save')}
      </ReasonedButton>
    </Dialog>
  )
}
