'use client'
import { bookmarklet } from '@/server/article/draft/sent-page'
import { words } from '@/server/words'
import { useSetAddress } from './use-set-address'

/** The bookmark that sends a page behind a login from the member's browser. */
export function Bookmarklet() {
  const t = words()
  const link = useSetAddress(() => bookmarklet(location.origin))
  return (
    <section aria-labelledby="bookmarklet-h">
      <h2 className="label" id="bookmarklet-h">
        {t('import.page.fromBrowser')}
      </h2>
      <p className="meta">{t('import.page.bookmarkletHint')}</p>
      <a className="btn" ref={link} href="#bookmarklet-h">
        {t('import.page.bookmarklet')}
      </a>
    </section>
  )
}
