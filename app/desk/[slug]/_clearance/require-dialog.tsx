'use client'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useDraft } from '@/app/_draft/use-draft'
import { sayDone } from '@/app/_ui/toast'
import { type Clearance, whyNotRequire } from '@/server/clearance/clearance'
import { words } from '@/server/words'
import { ActForm } from './act-form'
import { MemberField } from './member-field'
import { TypedField } from './typed-field'
import { useClearanceActs } from './use-clearances'

type Props = { slug: string; claimId: string; standing: Clearance[]; onClose: () => void }

/** Names a clearance that a claim needs, who gives it, and why. */
export function RequireDialog({ slug, claimId, standing, onClose }: Props) {
  const t = words()
  const { require } = useClearanceActs()
  const [id] = useState(() => newId())
  const [name, writeName] = useDraft(`require:${claimId}:name`)
  const [why, writeWhy] = useDraft(`require:${claimId}:why`)
  const [of, setOf] = useState('')
  return (
    <ActForm
      title={t('clearance.requireTitle')}
      act={t('clearance.require')}
      whyNot={() => whyNotRequire({ name, why }, standing)}
      onAct={async () => {
        await require({ desk: slug, id, claimId, name, why, of: of || null })
        sayDone(t('clearance.required', { name }))
        writeName('')
        writeWhy('')
        onClose()
      }}
      onClose={onClose}
    >
      <TypedField
        label={t('clearance.name')}
        hint={t('clearance.nameHint')}
        value={name}
        onChange={writeName}
      />
      <MemberField
        {...{ slug }}
        label={t('clearance.of')}
        hint={t('clearance.ofHint')}
        none={t('clearance.outside')}
        value={of}
        onChange={setOf}
      />
      <TypedField
        label={t('clearance.why')}
        hint={t('clearance.whyHint')}
        rows={3}
        value={why}
        onChange={writeWhy}
      />
    </ActForm>
  )
}
