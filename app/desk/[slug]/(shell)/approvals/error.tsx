'use client'
import { words } from '@/server/words'

/** What stands here when the page could not be loaded. */
export default function ApprovalsError({ retry }: { retry: () => void }) {
  const t = words()
  return (
    <main className="empty" id="main" tabIndex={-1}>
      <h1 className="big">{t('approvals.failed')}</h1>
      <p>{t('approvals.failedMore')}</p>
      <button type="button" className="btn" onClick={retry}>
        {t('ui.tryAgain')}
      </button>
    </main>
  )
}
