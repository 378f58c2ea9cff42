'use client'
import '@/app/_styles/work/evidence.css'
import { TriangleAlert } from 'lucide-react'
import { Icon } from '@/app/_ui/icon'
import { exact } from '@/app/_ui/time'
import { say } from '@/server/refusal'
import type { Evidence as Known } from '@/server/source/snapshot/read-evidence'
import { linkOf, type Source } from '@/server/source/source'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { AttachFile } from './attach-file'
import { Copies } from './copies'
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
  isWatched: false,
}

/** What stands behind a source: the archived copy, whether it says what is quoted, what became of the link, who it is from. */
export function Evidence({ source, number, evidence = nothingYet, numberOf }: Props) {
  const t = words()
  const { mayEdit } = useRoom()
  const acts = useEvidenceActs({ claimId: source.claimId, sourceId: source.id })
  const { look } = evidence
  const isLooking = acts.isArchiving || look?.isOpen
  const hasLink = linkOf(source.address) !== null
  return (
    <fieldset className="evidence">
      <legend className="vh">{t('evidence.of', { number })}</legend>
      <Copies snapshots={evidence.snapshots} />
      {evidence.isWatched && hasLink && !look && evidence.snapshots.length === 0 && (
        <p className="meta">{t('evidence.waits')}</p>
      )}
      <Quoted quoted={evidence.quoted} />
      {look && !look.isOpen && <Link look={look} onHolds={mayEdit ? acts.holds : null} />}
      {evidence.depends && (
        <p className="doubt">
          <Icon of={TriangleAlert} size="xs" />{' '}
          {t(`evidence.depends.${evidence.depends.because}`, { number: numberOf(evidence.depends.on) })}
        </p>
      )}
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

/** Whether the archived copy says what is quoted: a warning, for whoever is about to submit. */
function Quoted({ quoted }: Pick<Known, 'quoted'>) {
  const t = words()
  if (!quoted) return null
  if (quoted.is === 'found') return <p className="meta">{t('evidence.quoteFound')}</p>
  return (
    <p className="doubt">
      <Icon of={TriangleAlert} size="xs" />{' '}
      {quoted.is === 'differs'
        ? t('evidence.quoteDiffers', { passage: quoted.passage })
        : t('evidence.quoteNotFound')}
    </p>
  )
}

type LinkProps = { look: NonNullable<Known['look']>; onHolds: ((lookId: string) => void) | null }

function Link({ look, onHolds }: LinkProps) {
  const t = words()
  const { id, at, state, fault, confirmed } = look
  if (!state) return null
  const said = t(`evidence.state.${state}`, { when: exact(at) })
  const isInDoubt = (state === 'changed' || state === 'gone') && !confirmed
  return (
    <>
      <p className={isInDoubt ? 'doubt' : 'meta'}>
        {isInDoubt && <Icon of={TriangleAlert} size="xs" />} {said} {fault && say({ code: fault })}
      </p>
      {confirmed && (
        <p className="meta">{t('evidence.held', { name: confirmed.by, when: exact(confirmed.at) })}</p>
      )}
      {isInDoubt && onHolds && (
        <p className="acts">
          <button type="button" className="btn xs" onClick={() => onHolds(id)}>
            {t('evidence.holds')}
          </button>
        </p>
      )}
    </>
  )
}
