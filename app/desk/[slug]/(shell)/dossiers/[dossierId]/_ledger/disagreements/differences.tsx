import { amountOf, sayingInWords, screenVoice } from '@/server/dossier/ledger/ledger-words'
import { words } from '@/server/words'
import { Explanations } from '../../_explanation/explanations'
import type { GroupProps } from './disagreements'

/** What differs though both may hold; why it does can be explained as well. */
export function Differences({ group, groups: _, ...props }: GroupProps) {
  const t = words()
  const voice = screenVoice()
  return (
    <details className="dos-differ">
      <summary>{t('dossier.differ')}</summary>
      <ul>
        {group.differences.map((card) => {
          const amount = sayingInWords(card.saying, voice)
          const others = card.against.map((other) => amountOf({ figure: other.figure }, voice)).join(', ')
          const line = t('dossier.differLine', { amount, others })
          return (
            <li key={card.letter}>
              <p>{line}</p>
              <Explanations
                card={card}
                of={line}
                label={t('dossier.explainDifference', { line })}
                {...props}
              />
            </li>
          )
        })}
      </ul>
    </details>
  )
}
