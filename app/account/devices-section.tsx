'use client'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { words } from '../../server/words'
import { useTRPC } from '../_api/client'
import { sentenceOf } from '../_api/refusal-of'
import { ReasonedButton } from '../_ui/reason'
import { Ago } from '../_ui/time'
import { sayDone, sayWrong } from '../_ui/toast'

type Props = { devices: { id: number; createdAt: Date; isThis: boolean }[] }

/** Where one is signed in, and the way to end that everywhere else. */
export function DevicesSection({ devices }: Props) {
  const t = words()
  const router = useRouter()
  const end = useMutation(
    useTRPC().session.endOthers.mutationOptions({
      onSuccess: () => sayDone(t('account.devices.ended')),
      onError: (error) => sayWrong(sentenceOf(error)),
      onSettled: () => router.refresh(),
    }),
  )
  return (
    <section className="setting" aria-labelledby="devices">
      <header>
        <h2 id="devices">{t('account.devices.title')}</h2>
        <p className="ink-2">{t('account.devices.lead')}</p>
      </header>
      <div className="own">
        <ul className="devices">
          {devices.map(({ id, createdAt, isThis }) => (
            <li key={id}>
              {t('account.devices.since')} <Ago at={createdAt} />
              {isThis && <span className="meta"> · {t('account.devices.this')}</span>}
            </li>
          ))}
        </ul>
        <ReasonedButton
          id="end-others"
          reason={devices.length < 2 ? t('account.devices.alone') : null}
          onClick={() => end.mutate()}
        >
          {t('account.devices.end')}
        </ReasonedButton>
      </div>
    </section>
  )
}
