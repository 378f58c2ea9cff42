import { type Language, languages } from '../../db/vocabulary'

/** English with accents, longer and in brackets: shows whoever sets the cookie by hand which words are no message. */
export const pseudoLocale = 'en-XA'

export type Locale = Language | typeof pseudoLocale

/** The cookie that carries the language of whoever uses this browser, as the account has it. */
export const languageCookie = 'language'

/** That cookie as a server sets it, or a page for itself; kept for 400 days, the longest that browsers allow. */
export const languageCookieOf = (language: Locale, isSecure: boolean): string =>
  `${languageCookie}=${language}; Path=/; Max-Age=${400 * 86_400}; SameSite=Lax${isSecure ? '; Secure' : ''}`

export const isLocale = (language: string | null | undefined): language is Locale =>
  language === pseudoLocale || isOffered(language)

/** Whether a language is one that people can choose. */
export const isOffered = (language: string | null | undefined): language is Language =>
  languages.some((one) => one === language)

/** The language of a request by its headers: what was chosen, else the first that its browser asks for and we have. */
export function languageAsked(headers: { cookie?: string; 'accept-language'?: string }): Locale {
  const pair = (headers.cookie ?? '').split(/; */).find((part) => part.startsWith(`${languageCookie}=`))
  const chosen = pair?.slice(languageCookie.length + 1)
  return isLocale(chosen) ? chosen : firstOf(headers['accept-language'] ?? '')
}

// RFC 9110, 12.5.4: `ko-KR,ko;q=0.9,en;q=0.8`; what weighs the same is taken in the order it was written.
function firstOf(accepted: string): Locale {
  const wanted = accepted.split(',').map((range) => {
    const [tag = '', ...parameters] = range
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/)
    const weight = Number(parameters.find((one) => one.startsWith('q='))?.slice(2) ?? 1)
    return { language: tag.split('-')[0], weight }
  })
  const known = wanted.filter(({ language, weight }) => weight > 0 && isOffered(language))
  const first = known.toSorted((one, other) => other.weight - one.weight)[0]?.language
  return isOffered(first) ? first : 'en'
}

/** The language in which something is said of which a language is stated that we may have no words in. */
export const spokenFor = (language: string | null | undefined): Locale =>
  isLocale(language) ? language : 'en'

const fromTheRight = new Set(['ar', 'fa', 'he', 'ur', 'yi', 'ps', 'sd', 'ug', 'dv', 'ckb'])

/** Which way a language is written, by its BCP 47 tag. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  fromTheRight.has(language.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr'

/**
 * The tag under which `Intl` writes numbers and lists: in Arabic with the digits that addresses and the figures of a
 * text have, so that a page does not count in two ways.
 */
export const intlTag = (language: string): string => tags.get(language) ?? language

const tags = new Map([
  ['ar', 'ar-u-nu-latn'],
  [pseudoLocale, 'en'],
])

/** A language by its own name: "한국어". */
export const ownName = (language: string): string =>
  new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language

/** Where the script of a page's messages puts them, in its window. */
export const messagesPlace = 'proofroomMessages'
