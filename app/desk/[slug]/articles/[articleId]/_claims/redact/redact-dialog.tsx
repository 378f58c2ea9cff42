'use client'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId } from 'react'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { useDraft } from '@/app/_draft/use-draft'
import { Dialog } from '@/app/_ui/dialog'
import { ReasonedButton } from '@/app/_ui/reason'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import { ReadState } from '@/app/_ui/wait/read-state'
import {
  type Ground,
  longestGround,
  longestRedactionNote,
  whyNotAskRedaction,
  wordsIn,
} from '@/server/publication/redaction/redaction'
import { say } from '@/server/refusal'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { NoteField } from '../correct/note-field'
import { RedactionChanges } from './changes'

type Props = { claimId: string; onClose: () => void; onAsked: () => void }

/** Asks that words be removed under law, and shows beforehand all that changes; a second editor confirms it. */
export function RedactDialog({ claimId, onClose, onAsked }: Props) {
  const t = words()
  const trpc = useTRPC()
  const { desk } = useRoom()
  const draft = `redact:${claimId}`
  const [lines, writeLines] = useDraft(`${draft}:words`)
  const [law, writeLaw] = useDraft(`${draft}:law`)
  const [court, writeCourt] = useDraft(`${draft}:court`)
  const [number, writeNumber] = useDraft(`${draft}:number`)
  const [note, writeNote] = useDraft(`${draft}:note`)
  const named = wordsIn(useDeferredValue(lines).split('\n'))
  const found = useQuery(
    trpc.publication.wordsFound.queryOptions(
      { desk: desk.slug, claimId, words: named },
      { enabled: named.length > 0 },
    ),
  )
  const { mutate, isPending } = useMutation(
    trpc.publication.askRedaction.mutationOptions({
      onSuccess: () => {
        for (const write of [writeLines, writeLaw, writeCourt, writeNumber, writeNote]) write('')
        sayDone(t('redact.asked'))
        onClose()
      },
      onError: (error) => sayWrong(sentenceOf(error)),
      onSettled: onAsked,
    }),
  )
  const asked = { words: wordsIn(lines.split('\n')), law, court, number, note }
  const isFound = found.data?.some(({ what }) => what === 'version') ?? false
  const refusal = whyNotAskRedaction(asked, { found: isFound, isAsked: false })
  return (
    <Dialog title={t('redact.title')} isOpen onClose={onClose}>
      <p>{t('redact.lead')}</p>
      <NoteField
        label={t('redact.words')}
        hint={t('redact.wordsHint')}
        value={lines}
        onChange={writeLines}
        rows={3}
      />
      <GroundField name="law" value={law} onChange={writeLaw} />
      <GroundField name="court" value={court} onChange={writeCourt} />
      <GroundField name="number" value={number} onChange={writeNumber} />
      <NoteField
        label={t('redact.note')}
        hint={t('redact.noteHint')}
        value={note}
        onChange={writeNote}
        rows={3}
        maxLength={longestRedactionNote}
      />
      {named.length > 0 && <ReadState of={found} name={t('redact.changes')} lines={2} />}
      {named.length > 0 && found.data && <RedactionChanges of={found.data} />}
      <ReasonedButton
        id="ask-redaction"
        className="btn primary"
        reason={refusal ? say(refusal) : null}
        onClick={() => !isPending && mutate({ desk: desk.slug, claimId, ...asked })}
      >
        {t('redact.ask')}
      </ReasonedButton>
    </Dialog>
  )
}

type GroundProps = { name: keyof Ground; value: string; onChange: (value: string) => void }

function GroundField({ name, value, onChange }: GroundProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{words()(`redact.${name}`)}</label>
      <input
        id={id}
        className="input"
        maxLength={longestGround}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
