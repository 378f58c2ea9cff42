'use client'
import { languages } from '../../db/vocabulary'
import { ownName } from '../../server/language/language'
import { currentLanguage, words } from '../../server/words'
import { speak } from './speak'

/** The languages for whoever is not signed in, each by its own name. */
export function LanguageSwitch() {
  const current = currentLanguage()
  return (
    <nav className="languages" aria-label={words()('language.choose')}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          className="linkbtn"
          lang={language}
          aria-current={language === current ? 'true' : undefined}
          onClick={() => speak(language)}
        >
          {ownName(language)}
        </button>
      ))}
    </nav>
  )
}
