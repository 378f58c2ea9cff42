import { words } from '@/server/words'
import { useClosing } from './closing/use-closing'
import { useSentences } from './coverage-context'

/** How many sentences of the article nobody has looked at; pressed, it goes to the next of them. A closed article says who closed it. */
export function CoverageLine() {
  const t = words()
  const { sentences, left, isKnown, failed, readAgain, goToLeft } = useSentences()
  const { closing, isChanged } = useClosing()
  if (failed)
    return (
      <span className="coverage">
        {t('coverage.failed')}{' '}
        <button type="button" className="linkbtn" onClick={readAgain}>
          {t('ui.tryAgain')}
        </button>
      </span>
    )
  if (!isKnown) return null
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
