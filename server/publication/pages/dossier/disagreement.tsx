import type { Card } from '../../../dossier/ledger/cards'
import { amountOf, sayingInWords } from '../../../dossier/ledger/ledger-words'
import type { FrozenDossier } from '../../../dossier/published/frozen-dossier'
import { explanationsOn } from '../../../dossier/published/published-dossier'
import { dayOf, type Edition } from '../edition'
import { voiceOf } from './voice'

type Props = { card: Card; id: string; content: FrozenDossier; edition: Edition }

/** What cannot hold beside what, and why that is, as the desk explains it. */
export function Disagreement({ card, id, content, edition }: Props) {
  const { say } = edition
  const voice = voiceOf(edition)
  const { letter, saying, against } = card
  return (
    <div className="dos-flag" id={id}>
      <span className="flag" aria-hidden="true">
        {letter}
      </span>
      <div>
        <h3>
          <span className="vh">{say('dossier.flag', { letter })}: </span>
          {say('dossier.cannotHold', { amount: amountOf({ figure: saying.figure }, voice) })}
        </h3>
        <ul>
          {against.map((other) => (
            <li key={other.entries[0]?.claimId}>{sayingInWords(other, voice)}</li>
          ))}
        </ul>
        <Explained card={card} content={content} edition={edition} />
      </div>
    </div>
  )
}

/** Why the figures on a card differ, in the desk's words, or that nobody says it yet; what was taken back says so. */
export function Explained({ card, content, edition }: Omit<Props, 'id'>) {
  const { say } = edition
  const explained = explanationsOn(card, content)
  return (
    <>
      {explained.every(({ takesBack }) => takesBack) && (
        <p className="meta">{say('publicDossier.notExplained')}</p>
      )}
      {explained.map(({ id, reason, text, by, approvedBy, at, takesBack }) => (
        <div key={id}>
          <p>
            <b>{takesBack ? say('publicDossier.takenBack') : `${say(`dossier.reason.${reason}`)}.`}</b> {text}
          </p>
          <p className="meta">
            {say(takesBack ? 'publicDossier.takenBackBy' : 'publicDossier.explainedBy', {
              by,
              approvedBy,
              day: dayOf(new Date(at), edition),
            })}
          </p>
        </div>
      ))}
    </>
  )
}
