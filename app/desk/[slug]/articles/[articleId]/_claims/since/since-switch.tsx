'use client'
import { History } from 'lucide-react'
import { Icon } from '@/app/_ui/icon'
import { Ago } from '@/app/_ui/time'
import type { Claim } from '@/server/claim/claim'
import { isNewSince } from '@/server/visit/visit'
import { words } from '@/server/words'
import { EntryLine } from '../history/entry-line'
import { useHistory } from '../history/use-history'
import { useTalk } from '../thread/use-talk'

type Props = { claim: Claim; before: Date; isOn: boolean; onSwitch: (isOn: boolean) => void }

/** One switch: what was written and signed since this member last looked, and new comments marked where they stand. */
export function SinceSwitch({ claim, before, isOn, onSwitch }: Props) {
  const t = words()
  return (
    <section className="since" aria-label={t('claim.since')}>
      <button type="button" className="btn sm" aria-pressed={isOn} onClick={() => onSwitch(!isOn)}>
        <Icon of={History} size="sm" /> {t('claim.since')}
      </button>{' '}
      <span className="meta">
        <Ago at={before} />
      </span>
      {isOn && <Since claim={claim} before={before} />}
    </section>
  )
}

function Since({ claim, before }: { claim: Claim; before: Date }) {
  const t = words()
  const history = useHistory(claim)
  const { threads } = useTalk(claim.id)
  const said = (threads ?? [])
    .flatMap(({ comments }) => comments)
    .filter(({ saidAt }) => isNewSince(saidAt, before))
  const fresh = history.entries.filter(({ at }) => isNewSince(at, before))
  const isKnown = threads !== null && history.state === 'shown'
  return (
    <div role="status">
      {!isKnown && <p className="meta">{t('ui.loading')}</p>}
      {isKnown && fresh.length === 0 && said.length === 0 && (
        <p className="meta">{t('claim.sinceNothing')}</p>
      )}
      {said.length > 0 && <p>{t('claim.sinceComments', { count: said.length })}</p>}
      <ol className="history">
        {fresh.map((entry) => (
          <EntryLine
            key={entry.id}
            entry={entry}
            name={history.nameOf(entry.memberId)}
            claim={claim}
            onBroughtBack={history.readWhenSaved}
          />
        ))}
      </ol>
    </div>
  )
}
