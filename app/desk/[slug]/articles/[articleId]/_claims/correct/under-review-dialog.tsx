'use client'
import { useMutation } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { useDraft } from '@/app/_draft/use-draft'
import { Dialog } from '@/app/_ui/dialog'
import { ReasonedButton } from '@/app/_ui/reason'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import { longestLine, whyNotPutUnderReview } from '@/server/publication/under-review/under-review'
import { say } from '@/server/refusal'
import type { ClaimStage } from '@/server/review/read-stages'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { useLookAgain } from '../use-stages'
import { BesideNewerVersion, useVersionRead } from './newer-version'
import { NoteField } from './note-field'

type Props = { claimId: string; published: NonNullable<ClaimStage['published']>; onClose: () => void }

/** Tells readers at once that a published claim is in doubt; one editor alone may. */
export function UnderReviewDialog({ claimId, published, onClose }: Props) {
  const t = words()
  const trpc = useTRPC()
  const { desk } = useRoom()
  const lookAgain = useLookAgain()
  const [line, writeLine] = useDraft(`under-review:${claimId}`)
  const { mutate, isPending } = useMutation(
    trpc.publication.putUnderReview.mutationOptions({
      onSuccess: () => {
        writeLine('')
        sayDone(t('claim.nowUnderReview'))
        onClose()
      },
      onError: (error) => sayWrong(sentenceOf(error)),
      onSettled: lookAgain,
    }),
  )
  const { version, isNewer } = useVersionRead(published)
  const { kind, underReview } = published
  const refusal = whyNotPutUnderReview(
    { version, kind, isUnderReview: underReview !== null },
    { version, line },
  )
  return (
    <Dialog title={t('claim.underReviewTitle')} isOpen onClose={onClose}>
      <BesideNewerVersion {...{ published, isNewer }} onLeave={onClose}>
        <p>{t('claim.underReviewText')}</p>
        <NoteField
          label={t('claim.underReviewLine')}
          hint={t('claim.underReviewHint')}
          value={line}
          onChange={writeLine}
          rows={3}
          maxLength={longestLine}
        />
        <p className="meta">{t('claim.underReviewLeft', { left: longestLine - line.length })}</p>
        <ReasonedButton
          id="put-under-review"
          className="btn primary"
          reason={refusal ? say(refusal) : null}
          onClick={() => !isPending && mutate({ desk: desk.slug, claimId, version, line })}
        >
          {t('claim.putUnderReview')}
        </ReasonedButton>
      </BesideNewerVersion>
    </Dialog>
  )
}
