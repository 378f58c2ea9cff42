'use client'
import '@/app/_styles/work/own-verdict.css'
import { useState } from 'react'
import { foldTo } from '@/app/_form/fold'
import { Ago } from '@/app/_ui/time'
import { VerdictLabel } from '@/app/_ui/verdict'
import { ReadState } from '@/app/_ui/wait/read-state'
import type { OwnVerdict } from '@/server/own-verdict/own-verdict'
import { words } from '@/server/words'
import { SignForm } from './sign-form'
import { useOwnVerdicts } from './use-own-verdicts'

/** Without a member they are only shown. */
type Props = { slug: string; claimId: string; memberId: string | null; maySign: boolean }

/** What each member holds a claim to be, side by side, and a form to sign one's own. */
export function OwnVerdicts({ slug, claimId, memberId, maySign }: Props) {
  const t = words()
  const { reading, sign } = useOwnVerdicts(slug, claimId)
  const all = reading.data ?? []
  const [isSigning, setSigning] = useState(false)
  const own = all.find(({ by }) => by.id === memberId)
  const again = `sign-own-${claimId}`
  const leave = () => foldTo(again, () => setSigning(false))
  return (
    <section className="own-verdicts" aria-labelledby={`own-${claimId}`}>
      <h3 id={`own-${claimId}`}>{t('ownVerdict.title')}</h3>
      <p className="meta">{t('ownVerdict.lead')}</p>
      <ReadState of={reading} name={t('ownVerdict.title')} lines={2} />
      {reading.data?.length === 0 && <p className="meta">{t('ownVerdict.none')}</p>}
      {all.length > 0 && (
        <ul>
          {all.map((one) => (
            <Line key={one.id} of={one} />
          ))}
        </ul>
      )}
      {isSigning && <SignForm claimId={claimId} before={own ?? null} onSign={sign} onLeave={leave} />}
      {maySign && !isSigning && (
        <button type="button" id={again} className="btn quiet xs" onClick={() => setSigning(true)}>
          {t(own ? 'ownVerdict.signAnew' : 'ownVerdict.sign')}
        </button>
      )}
    </section>
  )
}

function Line({
  of: { by, verdict, reason, at, isBlind, isOfTheseWords, mayBePublished },
}: {
  of: OwnVerdict
}) {
  const t = words()
  return (
    <li>
      <VerdictLabel verdict={verdict} />
      <p>{reason}</p>
      <p className="meta">
        {t('ownVerdict.of', { name: by.name })}
        <Ago at={at} />
      </p>
      {isBlind && <p className="meta">{t('secondVerdict.blind')}</p>}
      {mayBePublished && <p className="meta">{t('ownVerdict.mayPublish')}</p>}
      {!isOfTheseWords && <p className="meta">{t('ownVerdict.otherWords')}</p>}
    </li>
  )
}
