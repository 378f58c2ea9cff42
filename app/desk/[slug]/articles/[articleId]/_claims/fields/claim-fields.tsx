'use client'
import { claimKinds } from '@/db/vocabulary'
import type { Claim } from '@/server/claim/claim'
import { setValue } from '@/server/room/doc/claim-values'
import type { ValueField as ValueName } from '@/server/room/doc/room-doc'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { ChoiceField, SharedText, ValueField } from './field'
import { typing } from './typing'

/** What the quote says, who said it, when, and what kind of claim it is. */
export function ClaimFields({ claim }: { claim: Claim }) {
  const t = words()
  const { doc, origin } = useRoom()
  const write = (field: ValueName) => (value: string) => setValue(doc, claim.id, field, value, typing)
  return (
    <div className="dt-fields">
      <SharedText
        id="statement"
        label={t('claim.statement')}
        hint={t('claim.statementHint')}
        value={claim.statement}
        field="statement"
        claimId={claim.id}
        className="stmt"
        wide
      />
      <ValueField
        wide
        label={t('claim.saidBy')}
        hint={t('claim.saidByHint')}
        value={claim.speaker}
        onWrite={write('speaker')}
      />
      <ValueField
        label={t('claim.when')}
        hint={t('claim.whenHint')}
        value={claim.saidAt}
        onWrite={write('saidAt')}
      />
      <ChoiceField
        label={t('claim.kind')}
        unset={t('claim.kindUnset')}
        value={claim.kind}
        choices={claimKinds}
        nameOf={(kind) => t(`claimKind.${kind}`)}
        onWrite={(kind) => setValue(doc, claim.id, 'kind', kind, origin)}
      />
    </div>
  )
}

/** What readers get first: the answer in short, what stays open, and the day it was known. */
export function AnswerFields({ claim }: { claim: Claim }) {
  const t = words()
  const { doc, origin } = useRoom()
  return (
    <div className="dt-fields dt-sec">
      <SharedText
        label={t('claim.shortAnswer')}
        hint={t('claim.shortAnswerHint')}
        value={claim.shortAnswer}
        field="short-answer"
        claimId={claim.id}
        wide
      />
      <SharedText
        label={t('claim.notKnown')}
        hint={t('claim.notKnownHint')}
        value={claim.notKnown}
        field="not-known"
        claimId={claim.id}
        wide
      />
      <ValueField
        type="date"
        label={t('claim.asKnownAt')}
        value={claim.asKnownAt}
        onWrite={(value) => setValue(doc, claim.id, 'asKnownAt', value, origin)}
      />
    </div>
  )
}
