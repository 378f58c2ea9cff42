import { Fragment } from 'react'
import type { LedgerGroup } from '@/server/dossier/ledger/ledger'
import { apartInWords, othersInWords, screenVoice } from '@/server/dossier/ledger/ledger-words'
import { words } from '@/server/words'

type Props = {
  group: Pick<LedgerGroup, 'apart' | 'others'>
  groups: Pick<LedgerGroup, 'id' | 'counted' | 'unit' | 'per'>[]
}

/** Which figures tell nothing of each other, by the reason. */
export function NotCompared({ group: { apart, others }, groups }: Props) {
  const t = words()
  const voice = screenVoice()
  if (!apart.length && !others.length) return null
  return (
    <details className="dos-differ">
      <summary>{t('dossier.notCompared')}</summary>
      <dl>
        {apart.map(({ code, cards, more }) => (
          <Fragment key={code}>
            <dt>{t(`refusal.${code}`)}</dt>
            {cards.map(({ saying, against }) => (
              <dd key={saying.entries[0]?.claimId}>
                {t('dossier.differLine', {
                  amount: apartInWords(saying, code, voice),
                  others: against.map((other) => apartInWords(other, code, voice)).join(', '),
                })}
              </dd>
            ))}
            {more > 0 && <dd>{t('dossier.morePairs', { count: more })}</dd>}
          </Fragment>
        ))}
        {others.map((other) => (
          <Fragment key={other.code}>
            <dt>{t(`refusal.${other.code}`)}</dt>
            <dd>{othersInWords(other, groups, voice)}</dd>
          </Fragment>
        ))}
      </dl>
    </details>
  )
}
