'use client'
import { useId, useState } from 'react'
import { v7 as newId } from 'uuid'
import { useDraft } from '@/app/_draft/use-draft'
import { CopyLine } from '@/app/_form/copy-line'
import { Dialog } from '@/app/_ui/dialog'
import type { Clearance } from '@/server/clearance/clearance'
import { guestDays, whyNotLink } from '@/server/guest/guest-link'
import { words } from '@/server/words'
import { ActForm } from './act-form'
import { TypedField } from './typed-field'
import { useClearanceActs } from './use-clearances'

type Props = {
  slug: string
  submissionId: string
  clearances: Clearance[]
  /** The clearance that the guest shall give, chosen first. */
  first: Clearance | null
  onClose: () => void
}

/** Makes a link for somebody outside, and shows its address this once. */
export function LinkDialog({ slug, submissionId, clearances, first, onClose }: Props) {
  const t = words()
  const select = useId()
  const { makeLink } = useClearanceActs()
  const [id] = useState(() => newId())
  const [name, writeName] = useDraft(`guest:${submissionId}:name`)
  const [purpose, writePurpose] = useDraft(`guest:${submissionId}:purpose`)
  const [days, setDays] = useState(String(guestDays.usual))
  const [clearanceId, setClearanceId] = useState(first?.id ?? '')
  const [made, setMade] = useState<{ name: string; address: string } | null>(null)
  const outside = clearances.filter(({ of, lifted }) => of === null && !lifted)
  if (made)
    return (
      <Dialog title={t('guest.made', { name: made.name })} isOpen onClose={onClose}>
        <CopyLine label={t('guest.address')} text={made.address} note={t('guest.addressNote')} />
        <div className="dialog-acts">
          <button type="button" className="btn primary" onClick={onClose}>
            {t('ui.close')}
          </button>
        </div>
      </Dialog>
    )
  const wanted = { name, purpose, days: Number(days) }
  return (
    <ActForm
      title={t('guest.makeTitle')}
      act={t('guest.make')}
      whyNot={() => whyNotLink(wanted, outside.find((one) => one.id === clearanceId) ?? null)}
      onAct={async () => {
        const { address } = await makeLink({
          desk: slug,
          id,
          submissionId,
          ...wanted,
          clearanceId: clearanceId || null,
        })
        setMade({ name, address })
        writeName('')
        writePurpose('')
      }}
      onClose={onClose}
    >
      <p>{t('guest.makeLead')}</p>
      <TypedField label={t('guest.name')} hint={t('guest.nameHint')} value={name} onChange={writeName} />
      <TypedField
        label={t('guest.purpose')}
        hint={t('guest.purposeHint')}
        rows={3}
        value={purpose}
        onChange={writePurpose}
      />
      {outside.length > 0 && (
        <div className="field">
          <label htmlFor={select}>{t('guest.mayClear')}</label>
          <select
            id={select}
            className="select"
            value={clearanceId}
            onChange={(event) => setClearanceId(event.target.value)}
          >
            <option value="">{t('guest.clearsNothing')}</option>
            {outside.map((clearance) => (
              <option key={clearance.id} value={clearance.id}>
                {clearance.name}
              </option>
            ))}
          </select>
        </div>
      )}
      <TypedField
        label={t('guest.days')}
        hint={t('guest.daysHint', guestDays)}
        type="number"
        min={guestDays.least}
        max={guestDays.most}
        value={days}
        onChange={setDays}
      />
    </ActForm>
  )
}
