'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Scale } from 'lucide-react'
import { useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { Dialog } from '@/app/_ui/dialog'
import { Icon } from '@/app/_ui/icon'
import { ReasonedButton } from '@/app/_ui/reason'
import { Ago } from '@/app/_ui/time'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import type { DeskRedaction } from '@/server/publication/redaction/read-redactions'
import { whyNotConfirmRedaction } from '@/server/publication/redaction/redaction'
import { say } from '@/server/refusal'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { RedactionChanges } from './changes'
import { RedactDialog } from './redact-dialog'

/** For editors: words that are to be removed under law and wait for a second person, and the way to ask for it. */
export function Redactions({ claimId }: { claimId: string }) {
  const t = words()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { desk } = useRoom()
  const [open, setOpen] = useState<'ask' | 'confirm' | null>(null)
  const close = () => setOpen(null)
  const { data } = useQuery(trpc.publication.redactions.queryOptions({ desk: desk.slug, claimId }))
  const lookAgain = () => queries.invalidateQueries({ queryKey: trpc.publication.pathKey() })
  const waiting = data?.find(({ confirmedAt }) => !confirmedAt)
  const removed = data?.filter(({ confirmedAt }) => confirmedAt).length ?? 0
  if (!data) return null
  return (
    <>
      {waiting && (
        <div className="notice warn">
          <Icon of={Scale} />
          <p className="spread">
            <b>{t('redact.waits', { name: waiting.askedBy.name })}</b>
            <span className="meta">
              <Ago at={waiting.askedAt} />
            </span>
          </p>
          <p className="acts">
            <button type="button" className="linkbtn" onClick={() => setOpen('confirm')}>
              {t('redact.look')}
            </button>
          </p>
        </div>
      )}
      {removed > 0 && <p className="meta">{t('redact.removed', { count: removed })}</p>}
      {!waiting && (
        <p className="acts">
          <button type="button" className="linkbtn" onClick={() => setOpen('ask')}>
            {t('redact.title')}
          </button>
        </p>
      )}
      {open === 'ask' && <RedactDialog claimId={claimId} onClose={close} onAsked={lookAgain} />}
      {open === 'confirm' && waiting && (
        <ConfirmDialog asked={waiting} onClose={close} onDecided={lookAgain} />
      )}
    </>
  )
}

type Props = { asked: DeskRedaction; onClose: () => void; onDecided: () => void }

/** What is asked for, with all that changes, before a second editor confirms it or somebody drops it. */
function ConfirmDialog({ asked, onClose, onDecided }: Props) {
  const t = words()
  const trpc = useTRPC()
  const { desk, member } = useRoom()
  const told = (done: 'redact.confirmed' | 'redact.dropped') => ({
    onSuccess: () => {
      sayDone(t(done))
      onClose()
    },
    onError: (error: Parameters<typeof sentenceOf>[0]) => sayWrong(sentenceOf(error)),
    onSettled: onDecided,
  })
  const confirm = useMutation(trpc.publication.confirmRedaction.mutationOptions(told('redact.confirmed')))
  const drop = useMutation(trpc.publication.dropRedaction.mutationOptions(told('redact.dropped')))
  const isPending = confirm.isPending || drop.isPending
  const { id, law, court, number, note, changes } = asked
  const still = { askedBy: asked.askedBy.id, confirmedAt: null, droppedAt: null }
  const refusal = whyNotConfirmRedaction(still, member.id)
  const input = { desk: desk.slug, redactionId: id }
  return (
    <Dialog title={t('redact.title')} isOpen onClose={onClose}>
      <p>{t('redact.lead')}</p>
      <dl className="facts">
        <dt>{t('redact.words')}</dt>
        {asked.words.map((word) => (
          <dd key={word}>{word}</dd>
        ))}
        <dt>{t('redact.ground')}</dt>
        <dd>{[law, court, number].filter(Boolean).join(', ')}</dd>
        <dt>{t('redact.note')}</dt>
        <dd>{note}</dd>
      </dl>
      <RedactionChanges of={changes} />
      <p>{t('redact.final')}</p>
      <p className="acts">
        <ReasonedButton
          id="confirm-redaction"
          className="btn primary"
          reason={refusal ? say(refusal) : null}
          onClick={() => !isPending && confirm.mutate(input)}
        >
          {t('redact.confirm')}
        </ReasonedButton>
        <button type="button" className="btn" onClick={() => !isPending && drop.mutate(input)}>
          {t('redact.drop')}
        </button>
      </p>
    </Dialog>
  )
}
