import Link from 'next/link'
import { type Explanation, isApproved } from '@/server/dossier/explanation/explanation'
import type { Card, Saying } from '@/server/dossier/ledger/cards'
import { amountOf, sayingInWords, screenVoice } from '@/server/dossier/ledger/ledger-words'
import type { ExplainedCard, ExplainedGroup } from '@/server/dossier/ledger/read-figures'
import type { Ahead } from '@/server/dossier/published/read-ahead'
import { words } from '@/server/words'
import { ExplainForm } from '../_explanation/explain-form'
import { ExplanationItem } from '../_explanation/explanation-item'
import { Past } from '../_explanation/past'
import { Unplaced } from '../_explanation/unplaced'

type Props = {
  slug: string
  dossierId: string
  member: { id: string }
  group: ExplainedGroup
  unplaced: Explanation[]
  ahead: Ahead
  mayExplain: boolean
  mayApprove: boolean
}

/** What cannot both hold, a card for each thing that is said; people say why, and nothing is decided by itself. */
export function Disagreements(props: Props) {
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
      {differences.length > 0 && <Differences of={differences} />}
      <Unplaced explanations={props.unplaced} {...props} />
    </aside>
  )
}

function Flagged({ card, ...props }: Props & { card: ExplainedCard }) {
  const t = words()
  const { letter, saying, against, pairs, said, past, isOpen } = card
  const isWaiting = said.some(({ decided }) => decided === null)
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
        <p className="acts">
          {passagesOf(saying).map(({ href, where }) => (
            <Link key={href} href={href} prefetch={false}>
              {t('dossier.passageIn', { where })}
            </Link>
          ))}
        </p>
        {said.map((explanation) => (
          <ExplanationItem
            key={explanation.id}
            {...{ explanation, letter, pairs, ...props }}
            isAsked={said.some(({ decided, replaces }) => !decided && replaces === explanation.id)}
          />
        ))}
        {past.length > 0 && <Past explanations={past} {...props} />}
        {isOpen && said.some((one) => isApproved(one) && !one.takesBack) && (
          <p className="ink-2">{t('dossier.reopened')}</p>
        )}
        {props.mayExplain && isOpen && !isWaiting && (
          <ExplainForm slug={props.slug} dossierId={props.dossierId} letter={letter} pairs={pairs} />
        )}
      </div>
    </li>
  )
}

const passagesOf = ({ entries }: Saying) => [...new Map(entries.map((entry) => [entry.href, entry])).values()]

function Differences({ of }: { of: Card[] }) {
  const t = words()
  const voice = screenVoice()
  return (
    <details className="dos-differ">
      <summary>{t('dossier.differ')}</summary>
      <ul>
        {of.map(({ saying, against }) => (
          <li key={saying.entries[0]?.claimId}>
            {t('dossier.differLine', {
              amount: sayingInWords(saying, voice),
              others: against.map((other) => amountOf({ figure: other.figure }, voice)).join(', '),
            })}
          </li>
        ))}
      </ul>
    </details>
  )
}
