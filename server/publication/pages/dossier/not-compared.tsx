import type { LedgerGroup } from '../../../dossier/ledger/ledger'
import { apartInWords, othersInWords } from '../../../dossier/ledger/ledger-words'
import type { Edition } from '../edition'
import { voiceOf } from './voice'

type Props = { group: LedgerGroup; groups: LedgerGroup[]; edition: Edition }

/** Which figures tell nothing of each other, by the reason. */
export function NotCompared({ group: { apart, others }, groups, edition }: Props) {
  const { say } = edition
  const voice = voiceOf(edition)
  if (!apart.length && !others.length) return null
  return (
    <details className="dos-more">
      <summary>{say('dossier.notCompared')}</summary>
      <dl>
        {apart.map(({ code, cards, more }) => (
          <div key={code}>
            <dt>{say(`refusal.${code}`)}</dt>
            {cards.map(({ saying, against }) => (
              <dd key={saying.entries[0]?.claimId}>
                {say('dossier.differLine', {
                  amount: apartInWords(saying, code, voice),
                  others: against.map((other) => apartInWords(other, code, voice)).join(', '),
                })}
              </dd>
            ))}
            {more > 0 && <dd>{say('dossier.morePairs', { count: more })}</dd>}
          </div>
        ))}
        {others.map((other) => (
          <div key={other.code}>
            <dt>{say(`refusal.${other.code}`)}</dt>
            <dd>{othersInWords(other, groups, voice)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
