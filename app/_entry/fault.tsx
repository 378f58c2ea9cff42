import { words } from '@/server/words'
import { EmptyPage } from './empty-page'

/** What stands where a page could not be made, with another try and a way that needs no script. */
export function Fault({ onRetry }: { onRetry: () => void }) {
  const t = words()
  return (
    <EmptyPage title={t('fault.title')} lead={t('fault.lead')}>
      <button type="button" className="btn" onClick={onRetry}>
        {t('ui.tryAgain')}
      </button>{' '}
      {/* A whole new page: what broke this one may still be in its memory. */}
      <a className="btn quiet" href="/">
        {t('lost.toStart')}
      </a>
    </EmptyPage>
  )
}
