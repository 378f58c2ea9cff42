'use client'
import { FileDiff, FileX, MapPinOff } from 'lucide-react'
import { useState } from 'react'
import { sentenceOf } from '@/app/_api/refusal-of'
import { DiffLines } from '@/app/_text/diff-lines'
import { Icon } from '@/app/_ui/icon'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import type { Claim } from '@/server/claim/claim'
import { diffText } from '@/server/claim/word-diff'
import type { LiveStage } from '@/server/review/live-stage'
import { type PassageTask, taskOf } from '@/server/revision/revision'
import { words } from '@/server/words'
import { CorrectionDialog } from '../_claims/correct/correction-dialog'
import { useSubmit } from '../_claims/submit/use-submit'
import { useRoom } from '../_room/use-room'
import { usePassageActs } from './use-revision-acts'
import { usePassage, useRevisions } from './use-revisions'

const icons = { place: MapPinOff, recheck: FileDiff, reopened: FileDiff, removed: FileX }
const titles = {
  place: 'revision.doubtful',
  recheck: 'revision.recheck',
  reopened: 'revision.reopened',
  removed: 'revision.removed',
} as const satisfies Record<PassageTask, string>

/** At the claim: what its publisher did to the passage since it was marked, word by word, and what can be done about it. */
export function PassageNotice({ claim, live }: { claim: Claim; live: LiveStage }) {
  const t = words()
  const { data } = useRevisions()
  const passage = usePassage(claim)
  const { mayEdit } = useRoom()
  const acts = usePassageActs()
  const own = data?.revisions.find(({ hash }) => hash === claim.revision)?.number
  // Its mark was given other words here, and the server has not told of it yet.
  if (!passage || own === undefined || claim.revision === data?.revisions[0]?.hash) return null
  const task = taskOf(passage)
  const published = live.rows?.published
  if (!task)
    return passage.held ? <p className="meta">{t('revision.held', { name: passage.held.by })}</p> : null
  return (
    <div className={`notice ${task === 'reopened' ? 'bad' : 'warn'}`}>
      <Icon of={icons[task]} />
      <b>{t(titles[task])}</b>
      {task !== 'place' && passage.words !== null && (
        <div className="diff" dir="auto">
          <DiffLines lines={diffText(passage.was, passage.words)} />
        </div>
      )}
      {task === 'removed' && <p>{t('revision.removedHint', { number: own })}</p>}
      {(task === 'recheck' || task === 'reopened') && mayEdit && (
        <p className="meta">{t('revision.adopt')}</p>
      )}
      {!published && passage.line !== null && (
        <p className="meta">{t('revision.firstTells', { line: passage.line })}</p>
      )}
      {passage.settled && <p className="meta">{t('revision.settledBy', { name: passage.settled.by })}</p>}
      <p className="acts">
        <a href={`?revision=${own}&claim=${claim.id}`}>{t('revision.show', { number: own })}</a>
        {(task === 'recheck' || task === 'reopened') && mayEdit && (
          <button
            type="button"
            className="linkbtn"
            aria-disabled={acts.isBusy || undefined}
            onClick={() => !acts.isBusy && acts.hold(passage.placementId)}
          >
            {t('revision.holds')}
          </button>
        )}
        {published && mayEdit && passage.line !== null && !live.rows?.submission?.isOpen && (
          <TellReaders claim={claim} published={published} line={passage.line} />
        )}
      </p>
    </div>
  )
}

type Told = {
  claim: Claim
  published: NonNullable<NonNullable<LiveStage['rows']>['published']>
  line: string
}

/** Asks for a version whose note says what the publisher did; a second person approves it like any other. */
function TellReaders({ claim, published, line }: Told) {
  const t = words()
  const [isAsking, setAsking] = useState(false)
  const { submit, lookAgain } = useSubmit()
  return (
    <>
      <button type="button" className="linkbtn" aria-haspopup="dialog" onClick={() => setAsking(true)}>
        {t('revision.tell')}
      </button>
      {isAsking && (
        <CorrectionDialog
          claim={claim}
          published={published}
          firstKind="clarification"
          note={line}
          onClose={() => setAsking(false)}
          onSend={async (as) => {
            try {
              await submit(claim, as)
            } catch (error) {
              sayWrong(sentenceOf(error))
              return false
            }
            setAsking(false)
            sayDone(t('revision.told'))
            await lookAgain()
            return true
          }}
        />
      )}
    </>
  )
}
