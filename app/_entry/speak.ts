import { type Locale, languageCookieOf } from '../../server/language/language'

/** Has this browser's pages speak a language from now on, this one first. */
export function speak(language: Locale): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser, and a page that is left cannot wait for it
  document.cookie = languageCookieOf(language, window.location.protocol === 'https:')
  window.location.reload()
}
