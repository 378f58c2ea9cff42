'use client'
import { CircleCheck, CircleDashed, CircleOff, CircleX } from 'lucide-react'
import { useState } from 'react'
import { Icon } from '@/app/_ui/icon'
import { Ago } from '@/app/_ui/time'
import {
  type Clearance,
  type ClearanceStanding,
  type Signable,
  signatureFor,
  whyNotAskInstead,
  whyNotSign,
} from '@/server/clearance/clearance'
import type { ClaimClearances } from '@/server/clearance/read-clearances'
import { may } from '@/server/member/member'
import { say } from '@/server/refusal'
import { words } from '@/server/words'
import { InsteadDialog } from './_instead/instead-dialog'
import { LiftDialog, SignDialog } from './sign-dialog'

type Props = {
  slug: string
  clearance: Clearance
  standing: ClearanceStanding
  submission: Signable | null
  you: ClaimClearances['you']
  onLink: () => void
}

const icons = { open: CircleDashed, given: CircleCheck, refused: CircleX, lifted: CircleOff }

/** One clearance: who gives it, why, and where it stands for what is submitted now. */
export function ClearanceLine(props: Props) {
  const t = words()
  const { clearance, standing, submission } = props
  const { name, why, of, by, lifted } = clearance
  const signature = submission && signatureFor(clearance.signatures, submission)
  return (
    <li className={standing}>
      <Icon of={icons[standing]} />
      <div>
        <p>
          <b>{name}</b> <span className="stands">{t(`clearance.standing.${standing}`)}</span>
        </p>
        <p className="meta">
          {of
            ? t(of.hasLeft && !lifted ? 'clearance.left' : 'clearance.givenBy', { name: of.name })
            : t('clearance.givenOutside')}{' '}
          {t('clearance.asked', { name: by.name })} <q>{why}</q>
        </p>
        {signature && !lifted && (
          <p className="meta">
            {t(signature.isGuest ? 'clearance.byGuest' : 'clearance.byMember', { name: signature.by })},{' '}
            <Ago at={signature.at} />
            {signature.note && (
              <>
                {': '}
                <q>{signature.note}</q>
              </>
            )}
          </p>
        )}
        {lifted && (
          <p className="meta">
            {t('clearance.liftedBy', { name: lifted.by })}, <Ago at={lifted.at} />: <q>{lifted.note}</q>
          </p>
        )}
        {!lifted && <Acts {...props} />}
      </div>
    </li>
  )
}

function Acts({ slug, clearance, standing, submission, you, onLink }: Props) {
  const t = words()
  const [open, setOpen] = useState<'given' | 'refused' | 'lift' | 'instead' | null>(null)
  const onClose = () => setOpen(null)
  const isYours = clearance.of?.id === you.id
  const mayLift = clearance.by.id === you.id || may(you, 'manage the desk')
  const mayAskInstead =
    may(you, 'require clearances') && !whyNotAskInstead(clearance, submission, t('clearance.insteadLead'))
  const mayLink = clearance.of === null && may(you, 'show submissions to guests')
  const signing = { answer: 'given' as const, hash: submission?.hash ?? '', note: '' }
  const refusal = submission && whyNotSign(clearance, submission, { signer: { memberId: you.id }, signing })
  const answers = (['given', 'refused'] as const).filter((answer) => answer !== standing)
  return (
    <>
      {isYours && submission && !refusal && (
        <span className="acts">
          {answers.map((answer) => (
            <button key={answer} type="button" className="btn xs" onClick={() => setOpen(answer)}>
              {t(`clearance.sign.${answer}`)}
            </button>
          ))}
        </span>
      )}
      {isYours && (!submission || refusal) && (
        <p className="meta">{refusal ? say(refusal) : t('clearance.notYet')}</p>
      )}
      <span className="acts">
        {mayLink && submission && !submission.closed && (
          <button type="button" className="btn xs" onClick={onLink}>
            {t('clearance.link')}
          </button>
        )}
        {mayLink && !submission && <span className="meta">{t('clearance.linkNotYet')}</span>}
        {mayAskInstead && (
          <button type="button" className="btn xs" onClick={() => setOpen('instead')}>
            {t('clearance.insteadOpen', { name: clearance.name })}
          </button>
        )}
        {mayLift && (
          <button type="button" className="btn quiet xs" onClick={() => setOpen('lift')}>
            {t('clearance.liftOpen', { name: clearance.name })}
          </button>
        )}
      </span>
      {open === 'instead' && <InsteadDialog {...{ slug, clearance, submission, onClose }} />}
      {open === 'lift' && <LiftDialog {...{ slug, clearance, you, onClose }} />}
      {submission && (open === 'given' || open === 'refused') && (
        <SignDialog {...{ slug, clearance, you, submission, answer: open, onClose }} />
      )}
    </>
  )
}
