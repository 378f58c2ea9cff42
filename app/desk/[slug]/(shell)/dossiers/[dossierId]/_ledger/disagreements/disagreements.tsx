import { Suspense } from 'react'
import type { Explanation } from '@/server/dossier/explanation/explanation'
import { amountOf, sayingInWords, screenVoice } from '@/server/dossier/ledger/ledger-words'
import type { ExplainedCard, ExplainedGroup } from '@/server/dossier/ledger/read-figures'
import { words } from '@/server/words'
import type { ExplanationPlace } from '../../_explanation/explanation-item'
import { Explanations } from '../../_explanation/explanations'
import { Unplaced } from '../../_explanation/unplaced'
import { Differences } from './differences'
import { NotCompared } from './not-compared'
import { Passages } from './passages'
import { Remarks } from './remarks'
import { Sums } from './sums'

export type GroupProps = ExplanationPlace & {
  group: ExplainedGroup
  groups: ExplainedGroup[]
  unplaced: Explanation[]
}

/** What cannot both hold, a card for each thing that is said; people say why, and nothing is decided by itself. */
export function Disagreements(props: GroupProps) {
  const t = words()
  const { cards, differences, more } = props.group
  const open = cards.filter(({ isOpen }) => isOpen).length
  return (
    <aside className="dos-flags" aria-labelledby="fl-h">
      <h2 id="fl-h">
        {t('dossier.disagreements')} {cards.length > 0 && <span>{t('dossier.open', { count: open })}</span>}
      </h2>
      {cards.length === 0 && <p className="ink-2">{t('dossier.noDisagreement')}</p>}
      <ol>
        {cards.map((card) => (
          <Flagged key={card.letter} card={card} {...props} />
        ))}
      </ol>
      {more > 0 && <p className="meta">{t('dossier.morePairs', { count: more })}</p>}
      <Remarks remarks={props.group.remarks} />
      {differences.length > 0 && <Differences {...props} />}
      <Unplaced explanations={props.unplaced} {...props} />
      <NotCompared group={props.group} groups={props.groups} />
      {/* What was never added up takes its time: the ledger does not wait for it. */}
      <Suspense>
        <Sums slug={props.slug} dossierId={props.dossierId} />
      </Suspense>
    </aside>
  )
}

function Flagged({ card, ...props }: GroupProps & { card: ExplainedCard }) {
  const t = words()
  const { letter, saying, against } = card
  const amount = amountOf({ figure: saying.figure }, screenVoice())
  return (
    <li id={`f-${letter}`}>
      <span className="flag" aria-hidden="true">
        {letter}
      </span>
      <div>
        <h3>
          <span className="vh">{t('dossier.flag', { letter })}: </span>
          {t('dossier.cannotHold', { amount })}
        </h3>
        <ul className="dos-against">
          {against.map((other) => (
            <li key={other.entries[0]?.claimId}>{sayingInWords(other, screenVoice())}</li>
          ))}
        </ul>
        <Passages sayings={[saying]} />
        <Explanations
          card={card}
          of={t('dossier.flag', { letter })}
          label={t('dossier.explainOf', { letter })}
          {...props}
        />
      </div>
    </li>
  )
}
