import { useRef, useState } from 'react'
import { exact } from '@/app/_ui/time'
import { ReadState } from '@/app/_ui/wait/read-state'
import { together } from '@/app/_ui/wait/together'
import type { Closing } from '@/server/coverage/closing'
import { may } from '@/server/member/member'
import { screenLocale, words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { useSentences } from '../coverage-context'
import { CloseDialog } from './close-dialog'
import { useClosing } from './use-closing'

/** At the end of the text: how far it is looked at, whether it is closed, and the button that closes it. */
export function ClosingLine() {
  const t = words()
  const { member } = useRoom()
  const coverage = useSentences()
  const acts = useClosing()
  const [isAsking, setAsking] = useState(false)
  const line = useRef<HTMLElement>(null)
  const reading = together(coverage.reading, acts.reading)
  const { isKnown, sentences, left } = coverage
  const { closing, isChanged } = acts
  const isEditor = reading.data !== undefined && isKnown && may(member, 'close articles')
  return (
    <section className="closing" aria-label={t('closing.title')} ref={line} tabIndex={-1}>
      <ReadState of={reading} name={t('closing.title')} lines={1} />
      {reading.data !== undefined && (
        <p>
          {closing && <ClosedBy closing={closing} />}
          {isChanged && <b>{t('closing.changed', { count: acts.open.length })}</b>}
          {!closing &&
            t(!isKnown ? 'coverage.none' : left ? 'coverage.left' : 'coverage.full', {
              left,
              all: sentences.length,
            })}
        </p>
      )}
      {isEditor && (!closing || isChanged) && (
        <button type="button" className="btn sm" aria-haspopup="dialog" onClick={() => setAsking(true)}>
          {t(closing ? 'closing.closeAgain' : 'closing.close')}
        </button>
      )}
      {isEditor && closing && (
        <button
          type="button"
          className="btn quiet sm"
          aria-disabled={acts.isReopening}
          onClick={() => {
            line.current?.focus()
            acts.reopen()
          }}
        >
          {t('closing.reopen')}
        </button>
      )}
      {isAsking && <CloseDialog acts={acts} onClose={() => setAsking(false)} />}
    </section>
  )
}

function ClosedBy({ closing }: { closing: Closing }) {
  const t = words()
  const list = new Intl.ListFormat(screenLocale(), { type: 'conjunction' })
  const waived = closing.waivers.map(({ reason, note, sentences }) =>
    t(note ? 'closing.waivedWith' : 'closing.waived', {
      count: sentences.length,
      reason: t(`closing.reason.${reason}`),
      note,
    }),
  )
  return (
    <>
      {t('closing.by', { name: closing.by.name, at: exact(closing.at) })}{' '}
      {waived.length > 0 && `${list.format(waived)} `}
    </>
  )
}
