import { isApproved } from '@/server/dossier/explanation/explanation'
import type { ExplainedCard } from '@/server/dossier/ledger/read-figures'
import { words } from '@/server/words'
import { ExplainForm } from './explain-form'
import { ExplanationItem, type ExplanationPlace } from './explanation-item'
import { Past } from './past'

type Props = ExplanationPlace & {
  card: ExplainedCard
  /** What is explained, for whoever hears the button alone. */
  of: string
  label: string
}

/** What members say of a card, and the way to say it where some of it is open. */
export function Explanations({ card: { said, past, isOpen, pairs }, of, label, ...props }: Props) {
  const { slug, dossierId, member, ahead, mayExplain, mayApprove } = props
  // By name: the browser gets no more than it shows.
  const place = { slug, dossierId, member: { id: member.id }, ahead, mayExplain, mayApprove }
  const isWaiting = said.some(({ decided }) => decided === null)
  return (
    <>
      {said.map((explanation) => (
        <ExplanationItem
          key={explanation.id}
          {...{ explanation, ...place }}
          card={{ of, label, pairs }}
          isAsked={said.some(({ decided, replaces }) => !decided && replaces === explanation.id)}
        />
      ))}
      {past.length > 0 && <Past explanations={past} />}
      {isOpen && said.some((one) => isApproved(one) && !one.takesBack) && (
        <p className="ink-2">{words()('dossier.reopened')}</p>
      )}
      {mayExplain && isOpen && !isWaiting && <ExplainForm {...{ slug, dossierId, of, label, pairs }} />}
    </>
  )
}
