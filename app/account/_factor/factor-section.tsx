'use client'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { words } from '../../../server/words'
import { useTRPC } from '../../_api/client'
import { sentenceOf } from '../../_api/refusal-of'
import { ReasonedButton } from '../../_ui/reason'
import { sayDone, sayWrong } from '../../_ui/toast'
import { RecoveryCodes } from './recovery-codes'
import { SetUpFactor } from './set-up-factor'

type Props = { factor: { isOffered: boolean; since: Date | null; codesLeft: number; askedForBy: string[] } }

/** One's second factor: none yet, being set up, or there with its recovery codes. */
export function FactorSection({ factor }: Props) {
  const t = words()
  const [codes, setCodes] = useState<string[] | null>(null)
  return (
    <section className="setting" aria-labelledby="factor">
      <header>
        <h2 id="factor">{t('factor.title')}</h2>
        <p className="ink-2">{t('factor.lead')}</p>
      </header>
      <div className="own">
        {codes && <RecoveryCodes codes={codes} />}
        {factor.since ? (
          <Factor codesLeft={factor.codesLeft} askedForBy={factor.askedForBy} onCodes={setCodes} />
        ) : factor.isOffered ? (
          <SetUpFactor onCodes={setCodes} />
        ) : (
          <p>{t('factor.notOffered')}</p>
        )}
      </div>
    </section>
  )
}

type There = { codesLeft: number; askedForBy: string[]; onCodes: (codes: string[] | null) => void }

function Factor({ codesLeft, askedForBy, onCodes }: There) {
  const t = words()
  const trpc = useTRPC()
  const router = useRouter()
  const onError = (error: unknown) => sayWrong(sentenceOf(error))
  const onSettled = () => router.refresh()
  const renew = useMutation(
    trpc.session.renewCodes.mutationOptions({ onSuccess: onCodes, onError, onSettled }),
  )
  const remove = useMutation(
    trpc.session.removeFactor.mutationOptions({
      onSuccess: () => {
        onCodes(null)
        sayDone(t('factor.removed'))
      },
      ...{ onError, onSettled },
    }),
  )
  const [desk] = askedForBy
  return (
    <>
      <p>{t('factor.isOn', { codes: codesLeft })}</p>
      <div className="row">
        <button type="button" className="btn" onClick={() => renew.mutate()}>
          {t('factor.renew')}
        </button>
        <ReasonedButton
          id="remove-factor"
          reason={desk === undefined ? null : t('factor.askedFor', { desk })}
          onClick={() => remove.mutate()}
        >
          {t('factor.remove')}
        </ReasonedButton>
      </div>
    </>
  )
}
