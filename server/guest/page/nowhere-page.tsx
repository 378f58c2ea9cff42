import { type Refusal, say } from '../../refusal'
import { currentLanguage, words } from '../../words'
import { toGuestHtml } from './guest-document'

/** What every link says that leads nowhere, whatever the reason, and what one says who has tried too many. */
export function nowherePage(refusal: Refusal, stylesheet: string): string {
  const t = words()
  const title = t('guest.nowhereTitle')
  return toGuestHtml({
    ...{ title, language: currentLanguage(), stylesheet, desk: null, marks: [] },
    children: (
      <main id="main" className="pub-grid plain guest" tabIndex={-1}>
        <header className="pub-head">
          <h1>{say(refusal)}</h1>
          <p className="guest-lead">{t('guest.nowhere')}</p>
        </header>
      </main>
    ),
  })
}
