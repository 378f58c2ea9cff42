import type { LedgerGroup } from '../../../dossier/ledger/ledger'
import { remarkInWords } from '../../../dossier/ledger/ledger-words'
import type { Edition } from '../edition'
import { flagId } from './ledger-table'
import { voiceOf } from './voice'

type Props = Pick<LedgerGroup, 'remarks'> & { place: number; edition: Edition }

/** What is worth a second look though nothing contradicts it, by letter; nothing where there is nothing. */
export function Remarks({ remarks, place, edition }: Props) {
  const { say } = edition
  if (!remarks.length) return null
  return (
    <div className="dos-remarks">
      <h3>{say('dossier.remarks')}</h3>
      <p className="meta">{say('dossier.remarksHint')}</p>
      {remarks.map((remark) => (
        <div key={remark.letter} className="dos-flag" id={flagId(place, remark.letter)}>
          <span className="flag" aria-hidden="true">
            {remark.letter}
          </span>
          <div>
            <h4>
              <span className="vh">{say('dossier.remarkFlag', { letter: remark.letter })}: </span>
              {say(`dossier.remark.${remark.kind}`)}
            </h4>
            <p>{remarkInWords(remark, voiceOf(edition))}</p>
          </div>
        </div>
      ))}
    </div>
  )
}
