'use client'
import { useState } from 'react'
import { type Figure, longestFigureText, withWorkedOut } from '@/server/claim/figure/figure'
import { typedNumber } from '@/server/claim/figure/typed-number'
import { workedOutBy } from '@/server/dossier/sums/said'
import { words } from '@/server/words'
import { useSums } from '../../_sums/use-sums'
import { ValueField } from '../fields/field'

type Props = { claimId: string; figure: Figure; write: (figure: Figure) => void }

/**
 * What the desk works out beside the number, and how; where the article's own numbers give another one, that is offered.
 * Without a number there is nothing to say how, so the second field comes with the first.
 */
export function WorkedOutFields({ claimId, figure, write }: Props) {
  const t = words()
  const { sums } = useSums(ignore)
  const { workedOut } = figure
  const found = sums.find(({ claim }) => claim?.id === claimId)
  const offered = found ? workedOutBy(found.finding) : null
  const [how, setHow] = useState(workedOut?.how ?? '')
  const onValue = (text: string) => {
    const value = typedNumber(text)
    if (value === null) write(withWorkedOut(figure, null))
    // A text that was written to a number that went comes back with the next one.
    else if (value !== undefined) write(withWorkedOut(figure, { value, how: workedOut?.how ?? how }))
  }
  const onHow = (text: string) => {
    const cut = Array.from(text).slice(0, longestFigureText).join('')
    setHow(cut)
    if (workedOut) write(withWorkedOut(figure, { ...workedOut, how: cut }))
  }
  return (
    <>
      <ValueField
        label={t('figure.field.workedOut')}
        value={workedOut ? String(workedOut.value) : ''}
        onWrite={onValue}
      />
      {workedOut && (
        <ValueField
          label={t('figure.field.how')}
          hint={t('figure.howHint')}
          value={workedOut.how}
          onWrite={onHow}
        />
      )}
      {offered && offered.value !== workedOut?.value && (
        <p className="wide">
          <button
            type="button"
            className="btn quiet sm"
            onClick={() => write(withWorkedOut(figure, offered))}
          >
            {t('figure.takeSum', { value: offered.value })}
          </button>
        </p>
      )}
    </>
  )
}

const ignore = () => undefined
