'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CalendarClock, TriangleAlert } from 'lucide-react'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { Icon } from '@/app/_ui/icon'
import { ReasonedButton } from '@/app/_ui/reason'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import { say } from '@/server/refusal'
import type { SubmissionPage } from '@/server/review/approval/read-submission'
import { isAhead, type ReleaseOutcome, saidAt, whyNotStop } from '@/server/review/release/release'
import { words } from '@/server/words'
import { UnsentNote } from '../_note/unsent-note'
import { useNote } from '../_note/use-note'

type Props = { page: SubmissionPage; slug: string; mayStop: boolean }

/** When an approved submission goes out by itself and how to stop it, or why it did not. */
export function PlannedRelease({ page, slug, mayStop }: Props) {
  const t = words()
  const { release, timeZone } = page
  if (!release) return null
  if (!isAhead(release))
    return (
      <>
        {release.outcome?.end !== 'published' && <CalledOff outcome={release.outcome} />}
        <UnsentNote about={stopOf(page)} why={{ code: 'release-over' }} other={saidBy(release.outcome)} />
      </>
    )
  return (
    <section className="decide" aria-labelledby="planned">
      <h2 id="planned">
        <Icon of={CalendarClock} size="sm" />{' '}
        {t('approvals.planned', { time: saidAt(new Date(release.publishAt), timeZone) })}
      </h2>
      <p className="meta">{t('approvals.plannedBy', { editor: release.editor })}</p>
      {mayStop && <Stop page={page} slug={slug} />}
    </section>
  )
}

/** What a note that stops a release is about. */
const stopOf = ({ id }: SubmissionPage) => `stopping ${id}`

const saidBy = (outcome: ReleaseOutcome | null) =>
  outcome?.editor ? { name: outcome.editor, note: outcome.note } : null

function Stop({ page, slug }: Omit<Props, 'mayStop'>) {
  const t = words()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [note, setNote] = useNote(stopOf(page))
  const { mutate, isPending } = useMutation(
    trpc.review.stopRelease.mutationOptions({
      onSuccess: () => {
        setNote('')
        sayDone(t('approvals.sayStopped'))
      },
      onError: (error) => sayWrong(sentenceOf(error)),
      onSettled: () => queries.invalidateQueries(trpc.review.pathFilter()),
    }),
  )
  const refusal = whyNotStop(page.release, note)
  return (
    <>
      <div className="field">
        <label htmlFor="stop-note">{t('approvals.stopNote')}</label>
        <textarea
          className="textarea"
          id="stop-note"
          rows={2}
          maxLength={4000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      <ReasonedButton
        id="stop-release"
        reason={refusal ? say(refusal) : null}
        onClick={() => !isPending && mutate({ desk: slug, submissionId: page.id, note })}
      >
        {t('approvals.stop')}
      </ReasonedButton>
    </>
  )
}

function CalledOff({ outcome }: { outcome: ReleaseOutcome | null }) {
  const t = words()
  if (!outcome) return null
  return (
    <div className="notice bad">
      <Icon of={TriangleAlert} />
      <b>
        {outcome.editor ? t('approvals.stoppedBy', { name: outcome.editor }) : t('approvals.notPublished')}
      </b>
      <p>{outcome.refusal ? say(outcome.refusal) : outcome.note}</p>
    </div>
  )
}
