'use client'
import '@/app/_styles/history/clock.css'
import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import { Stage } from '@/app/_ui/stage'
import { exact, useNow } from '@/app/_ui/time'
import { ReadState } from '@/app/_ui/wait/read-state'
import type { Stage as StageWord } from '@/db/vocabulary'
import {
  type StageClock as Clock,
  type Step,
  stageSince,
  steps,
  stepTimes,
  unsignedStages,
} from '@/server/statistics/stage-clock'
import { lastedInWords } from '@/server/statistics/statistics'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'

type Props = { claimId: string; stage: StageWord | null }

/** When a claim passed each step, how long that took, and for how long it has stood where it stands. */
export function ClaimClock({ claimId, stage }: Props) {
  const t = words()
  const { desk } = useRoom()
  const asked = useTRPC().statistics.clock.queryOptions({ desk: desk.slug, claimId })
  const reading = useQuery(asked)
  const clock = reading.data
  // Where the server does not know the claim yet, the history below says so.
  return (
    <section aria-label={t('history.clock.title')}>
      <ReadState of={reading} name={t('history.clock.title')} />
      {clock && (
        <dl className="clock">
          {steps.map((step) => (
            <StepLine key={step} step={step} clock={clock} />
          ))}
          {stage && <StageLine stage={stage} clock={clock} />}
        </dl>
      )}
    </section>
  )
}

function StepLine({ step, clock }: { step: Step; clock: Clock }) {
  const t = words()
  const at = clock.first[step]
  const took = step === 'marked' ? null : stepTimes(clock)[step]
  const last = lastOf(step, clock)
  return (
    <div>
      <dt>{t(`history.clock.step.${step}`)}</dt>
      <dd className={at ? undefined : 'not-yet'}>
        {at ? <time dateTime={at.toISOString()}>{exact(at)}</time> : t('history.clock.notYet')}
        {took !== null && (
          <span className="meta">{t('history.clock.after', { time: lastedInWords(took) })}</span>
        )}
        {at && last && last > at && (
          <span className="meta">{t('history.clock.last', { at: exact(last) })}</span>
        )}
      </dd>
    </div>
  )
}

/** The newest time of a step that can be passed more than once. */
function lastOf(step: Step, { last }: Clock): Date | null {
  return step === 'marked' || step === 'rated' ? null : last[step]
}

function StageLine({ stage, clock }: { stage: StageWord; clock: Clock }) {
  const t = words()
  const now = useNow()
  const since = stageSince(stage, clock)
  if (!now || !since) return null
  const time = lastedInWords(Math.max(0, now.getTime() - since.getTime()))
  const isKnown = !unsignedStages.includes(stage)
  return (
    <div>
      <dt>
        <Stage stage={stage} />
      </dt>
      <dd>{t(isKnown ? 'history.clock.for' : 'history.clock.forAtMost', { time })}</dd>
    </div>
  )
}
