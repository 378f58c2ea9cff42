'use client'
import '@/app/_styles/work/evidence.css'
import { TriangleAlert } from 'lucide-react'
import { DiffLines } from '@/app/_text/diff-lines'
import { Icon } from '@/app/_ui/icon'
import { exact } from '@/app/_ui/time'
import { diffText } from '@/server/claim/word-diff'
import { say } from '@/server/refusal'
import type { Evidence } from '@/server/source/snapshot/read-evidence'
import { words } from '@/server/words'
import { Copies } from './copies'

type Props = {
  slug: string
  evidence: Omit<Evidence, 'sourceId'>
  numberOf: (sourceId: string) => number
  /** Signs that the verdict holds in spite of what a look found; null where that is not offered. */
  onHolds: ((lookId: string) => void) | null
}

/** What stands behind a source: the archived copy, whether it says what is quoted, what became of the link, who it is from. */
export function ShownEvidence({ slug, evidence, numberOf, onHolds }: Props) {
  const t = words()
  const { snapshots, quoted, look, depends, note } = evidence
  return (
    <>
      <Copies slug={slug} snapshots={snapshots} />
      <Quoted quoted={quoted} quote={evidence.of.quote} />
      {look && !look.isOpen && <Link look={look} onHolds={onHolds} />}
      {depends && (
        <p className="doubt">
          <Icon of={TriangleAlert} size="xs" />{' '}
          {t(`evidence.depends.${depends.because}`, { number: numberOf(depends.on) })}
        </p>
      )}
      {note && (
        <p className="publisher-note">
          {t('evidence.note', { publisher: note.publisher, text: note.text })}{' '}
          <span className="meta">{t('evidence.noteBy', { name: note.by, when: exact(note.at) })}</span>
        </p>
      )}
    </>
  )
}

/** Whether the archived copy says what is quoted: a warning, for whoever is about to submit. */
function Quoted({ quoted, quote }: Pick<Evidence, 'quoted'> & { quote: string }) {
  const t = words()
  if (!quoted) return null
  if (quoted.is === 'found') return <p className="meta">{t('evidence.quoteFound')}</p>
  return (
    <>
      <p className="doubt">
        <Icon of={TriangleAlert} size="xs" />{' '}
        {quoted.is === 'differs'
          ? t('evidence.quoteDiffers', { passage: quoted.passage })
          : t('evidence.quoteNotFound')}
      </p>
      {quoted.is === 'differs' && (
        <div className="diff small">
          <DiffLines lines={diffText(quote, quoted.passage)} />
        </div>
      )}
    </>
  )
}

type LinkProps = { look: NonNullable<Evidence['look']>; onHolds: ((lookId: string) => void) | null }

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
