import { words } from '@/server/words'
import { useClosing } from './closing/use-closing'
import { useSentences } from './coverage-context'

/** How many sentences of the article nobody has looked at; pressed, it goes to the next of them. A closed article says who closed it. */
export function CoverageLine() {
  const t = words()
  const { sentences, left, isKnown, reading, readAgain, goToLeft } = useSentences()
  const { closing, isChanged } = useClosing()
  if (!reading.data && reading.error)
    return (
      <span className="coverage" role="alert">
        {t('coverage.failed')}{' '}
        <button type="button" className="linkbtn" onClick={readAgain}>
          {t('ui.tryAgain')}
        </button>
      </span>
    )
  if (!reading.data)
    return (
      <span className="coverage late" role="status">
        {t(reading.fetchStatus === 'paused' ? 'coverage.notCounted' : 'coverage.counting')}
      </span>
    )
  if (!isKnown) return <span className="coverage">{t('coverage.none')}</span>
  const all = sentences.length
  if (closing && !isChanged)
    return <span className="coverage">{t('closing.short', { name: closing.by.name })}</span>
  if (left === 0) return <span className="coverage">{t('coverage.full', { all })}</span>
  return (
    <button type="button" className="linkbtn coverage" title={t('coverage.next')} onClick={() => goToLeft(1)}>
      {t('coverage.left', { left, all })}
    </button>
  )
}
