'use client'
import '@/app/_styles/work/own-verdict.css'
import { Ago } from '@/app/_ui/time'
import { VerdictLabel } from '@/app/_ui/verdict'
import { ReadState } from '@/app/_ui/wait/read-state'
import { together } from '@/app/_ui/wait/together'
import type { SubmissionPage } from '@/server/review/approval/read-submission'
import type { SecondVerdict } from '@/server/second-verdict/second-verdict'
import { words } from '@/server/words'
import { AskForm } from './ask-form'
import { useSeconds } from './use-seconds'

type Props = { page: SubmissionPage; slug: string; mayAsk: boolean }

/** The claim's verdict beside those of members who had not seen it, and whom else to ask; nothing where none are wanted. */
export function SecondVerdicts({ page, slug, mayAsk }: Props) {
  const t = words()
  const { list, who, isBusy, ask, takeBack } = useSeconds(slug, page.claimId, mayAsk)
  const reading = mayAsk ? together(list, who) : list
  const all = list.data ?? []
  const given = all.filter(({ end }) => end?.given)
  const offer = mayAsk && who.data && !who.data.whyNot ? who.data.candidates : null
  // Whether any are wanted is not known before; the focus of whoever tries again stays in it all the while.
  const isShown = all.length > 0 || offer !== null || reading.error !== null
  return (
    <section
      className={isShown ? 'own-verdicts seconds' : undefined}
      aria-label={isShown ? t('secondVerdict.title') : undefined}
    >
      {isShown && <h3>{t('secondVerdict.title')}</h3>}
      <ReadState of={reading} name={t('secondVerdict.title')} />
      {given.length > 0 && (
        <ul>
          <li>
            <VerdictLabel verdict={page.claim.verdict} />
            <p className="meta">{t('secondVerdict.first', { name: page.submitter.name })}</p>
          </li>
          {given.map((one) => (
            <Given key={one.id} of={one} />
          ))}
        </ul>
      )}
      {all
        .filter(({ end }) => !end?.given)
        .map((one) => (
          <p key={one.id}>
            {one.end ? endOf(one) : t('secondVerdict.askedOf', { name: one.of.name, by: one.by.name })}{' '}
            <span className="meta">
              <Ago at={one.end?.at ?? one.at} />
            </span>{' '}
            {!one.end && mayAsk && (
              <button
                type="button"
                className="linkbtn"
                aria-disabled={isBusy || undefined}
                onClick={() => !isBusy && takeBack(one.id)}
              >
                {t('secondVerdict.takeBack')}
                <span className="vh">: {one.of.name}</span>
              </button>
            )}
          </p>
        ))}
      {offer && <AskForm candidates={offer} isBusy={isBusy} onAsk={ask} />}
    </section>
  )
}

/** Why one that was asked for will not come. */
function endOf({ of, end }: SecondVerdict): string {
  const names = { name: of.name, by: end?.by.name ?? '' }
  return words()(end?.by.id === of.id ? 'secondVerdict.declined' : 'secondVerdict.takenBack', names)
}

function Given({ of: { of, end } }: { of: SecondVerdict }) {
  const t = words()
  if (!end?.given) return null
  const { verdict, reason, evidence, isOfThisStatement } = end.given
  return (
    <li>
      <VerdictLabel verdict={verdict} />
      <p>{reason}</p>
      {evidence && <p className="ink-2">{evidence}</p>}
      <p className="meta">
        {t('secondVerdict.by', { name: of.name })} <Ago at={end.at} />
      </p>
      {!isOfThisStatement && <p className="meta">{t('secondVerdict.otherStatement')}</p>}
    </li>
  )
}
