import type { LedgerGroup } from '@/server/dossier/ledger/ledger'
import { remarkInWords, screenVoice } from '@/server/dossier/ledger/ledger-words'
import { words } from '@/server/words'
import { Passages } from './passages'

/** What is worth a second look though nothing contradicts it, by letter; nothing where there is nothing. */
export function Remarks({ remarks }: Pick<LedgerGroup, 'remarks'>) {
  const t = words()
  if (!remarks.length) return null
  return (
    <section className="dos-remarks" aria-labelledby="rm-h">
      <h2 id="rm-h">{t('dossier.remarks')}</h2>
      <p className="meta">{t('dossier.remarksHint')}</p>
      <ol>
        {remarks.map((remark) => (
          <li key={remark.letter} id={`f-${remark.letter}`}>
            <span className="flag" aria-hidden="true">
              {remark.letter}
            </span>
            <div>
              <h3>
                <span className="vh">{t('dossier.remarkFlag', { letter: remark.letter })}: </span>
                {t(`dossier.remark.${remark.kind}`)}
              </h3>
              <p className="dos-against">{remarkInWords(remark, screenVoice())}</p>
              <Passages sayings={[remark.saying, ...remark.others]} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
