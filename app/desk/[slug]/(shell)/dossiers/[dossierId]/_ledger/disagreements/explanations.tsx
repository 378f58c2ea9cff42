import type { ExplainedCard } from '@/server/dossier/ledger/read-figures'
import { words } from '@/server/words'
import type { GroupProps } from './disagreements'
import { ExplainForm } from './explain-form'
import { ExplanationItem } from './explanation-item'

type Props = Omit<GroupProps, 'group' | 'groups'> & {
  card: ExplainedCard
  /** What is explained, for whoever hears the button alone. */
  of: string
  label: string
}

/** What members say of a card, and the way to say it where some of it is open. */
export function Explanations({ card: { said, isOpen, pairs }, of, label, ...props }: Props) {
  const isWaiting = said.some(({ decided }) => decided === null)
  return (
    <>
      {said.map((explanation) => (
        <ExplanationItem key={explanation.id} explanation={explanation} {...props} />
      ))}
      {isOpen && said.some(({ decided }) => decided?.outcome === 'approved') && (
        <p className="ink-2">{words()('dossier.reopened')}</p>
      )}
      {props.mayExplain && isOpen && !isWaiting && (
        <ExplainForm slug={props.slug} dossierId={props.dossierId} of={of} label={label} pairs={pairs} />
      )}
    </>
  )
}
