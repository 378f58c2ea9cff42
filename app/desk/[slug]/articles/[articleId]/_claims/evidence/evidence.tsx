'use client'
import { ShownEvidence } from '@/app/desk/[slug]/_sources/evidence/shown-evidence'
import type { Evidence as Known } from '@/server/source/snapshot/read-evidence'
import { linkOf, type Source } from '@/server/source/source'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { AttachFile } from './attach-file'
import { Note } from './note'
import { useEvidenceActs } from './use-evidence'

type Props = {
  source: Source
  number: number
  evidence: Omit<Known, 'sourceId'> | undefined
  numberOf: (sourceId: string) => number
}

/** A source that was added just now: nothing is known of it, and everything can be done. */
const nothingYet: Omit<Known, 'sourceId'> = {
  ...{ look: null, snapshots: [], quoted: null, depends: null, note: null, hasPublisher: false },
  ...{ of: { address: '', quote: '' }, isWatched: false },
}

/** What stands behind a source, and what can be done about it. */
export function Evidence({ source, number, evidence = nothingYet, numberOf }: Props) {
  const t = words()
  const { desk, mayEdit } = useRoom()
  const acts = useEvidenceActs({ claimId: source.claimId, sourceId: source.id })
  const { look } = evidence
  const isLooking = acts.isArchiving || look?.isOpen
  const hasLink = linkOf(source.address) !== null
  return (
    <fieldset className="evidence">
      <legend className="vh">{t('evidence.of', { number })}</legend>
      {evidence.isWatched && hasLink && !look && evidence.snapshots.length === 0 && (
        <p className="meta">{t('evidence.waits')}</p>
      )}
      <ShownEvidence
        slug={desk.slug}
        evidence={evidence}
        numberOf={numberOf}
        onHolds={mayEdit ? acts.holds : null}
      />
      <Note evidence={evidence} number={number} onSign={mayEdit ? acts.note : null} />
      {mayEdit && (
        <p className="acts">
          {hasLink && (
            <button
              type="button"
              className="linkbtn"
              aria-disabled={isLooking || undefined}
              onClick={() => !isLooking && acts.archive()}
            >
              {t(isLooking ? 'evidence.looking' : look ? 'evidence.again' : 'evidence.archive')}
              <span className="vh"> {number}</span>
            </button>
          )}
          <AttachFile number={number} isAttaching={acts.isAttaching} onFile={acts.attach} />
        </p>
      )}
    </fieldset>
  )
}
