import type { PublicRedaction } from '../../redaction/redaction'
import { type Edition, momentOf } from '../edition'

/** `from` says from what: a version, which the log sealed before, or the text of a desk's own article. */
type Props = { redactions: PublicRedaction[]; edition: Edition; from?: 'version' | 'text' }

/** Above a text with black bars: that words were removed under law, when, and on what ground. */
export function Removed({ redactions, edition, from = 'version' }: Props) {
  const { say } = edition
  const entryOf = (index: number) =>
    say(from === 'text' ? 'public.redactionOfText' : 'public.redactionEntry', { index })
  return redactions.map(({ ground, note, at, entry }, index) => (
    <section key={at.toISOString()} className="standing" aria-labelledby={`removed-${from}-${index + 1}`}>
      <p>
        <b id={`removed-${from}-${index + 1}`}>{say('public.redaction', { at: momentOf(at, edition) })}</b>{' '}
        <bdi>{note}</bdi>
      </p>
      <p className="meta">
        {say('public.redactionGround', { ground: groundText(ground) })}{' '}
        {entry === null ? say('public.redactionBefore') : entryOf(entry)}
      </p>
    </section>
  ))
}

/** The ground as one text: law, court, number. */
export const groundText = ({ law, court, number }: PublicRedaction['ground']) =>
  [law, court, number].filter(Boolean).join(', ')

/** What was removed from several versions at once is told once. */
export function onlyOnce(redactions: PublicRedaction[]): PublicRedaction[] {
  const each = new Map(redactions.map((redaction) => [redaction.at.getTime(), redaction]))
  return [...each.values()].toSorted((one, other) => one.at.getTime() - other.at.getTime())
}
