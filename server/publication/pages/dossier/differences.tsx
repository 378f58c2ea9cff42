import type { LedgerGroup } from '../../../dossier/ledger/ledger'
import { sayingInWords } from '../../../dossier/ledger/ledger-words'
import type { FrozenDossier } from '../../../dossier/published/frozen-dossier'
import { explanationsOn } from '../../../dossier/published/published-dossier'
import type { Edition } from '../edition'
import { Explained } from './disagreement'
import { voiceOf } from './voice'

type Props = { group: LedgerGroup; content: FrozenDossier; edition: Edition }

/** What differs though both may hold, with why where the desk says so. */
export function Differences({ group: { differences }, content, edition }: Props) {
  const { say } = edition
  const voice = voiceOf(edition)
  if (!differences.length) return null
  return (
    <details className="dos-more" open={differences.some((card) => explanationsOn(card, content).length > 0)}>
      <summary>{say('dossier.differ')}</summary>
      <ul>
        {differences.map((card) => (
          <li key={card.letter}>
            <p>
              {say('dossier.differLine', {
                amount: sayingInWords(card.saying, voice),
                others: card.against.map((other) => sayingInWords(other, voice)).join(', '),
              })}
            </p>
            {explanationsOn(card, content).length > 0 && (
              <Explained card={card} content={content} edition={edition} />
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
