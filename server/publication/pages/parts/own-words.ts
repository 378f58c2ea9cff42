import { directionOf } from '../../../language/language'
import type { Edition } from '../edition'

/** What an element says of words that are not in the language of its page. */
export type WordsMark = { lang?: string; dir?: 'ltr' | 'rtl' | 'auto' }

/** The mark of words that stand in the article itself, whose language its revision knows. */
export function articleWords(language: string | null, { desk }: Edition): WordsMark {
  return !language || mainPart(language) === mainPart(desk.language) ? {} : inLanguageMark(language)
}

/**
 * The mark of what the desk wrote about an article: nobody says in which language that is, so it is the page's or the
 * article's, whichever is written in these letters.
 */
export function deskWords(text: string, language: string | null, { desk }: Edition): WordsMark {
  if (isWrittenAs(text, desk.language)) return {}
  return language && isWrittenAs(text, language) ? inLanguageMark(language) : { dir: 'auto' }
}

const mainPart = (language: string) => language.split('-')[0]?.toLowerCase()

const inLanguageMark = (language: string): WordsMark => ({ lang: language, dir: directionOf(language) })

/** Whether at least half of the letters are of the script in which the language is usually written. */
function isWrittenAs(text: string, language: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  const own = lettersOf(language)
  return letters.filter((letter) => own.test(letter)).length * 2 >= letters.length
}

/** Worked out once a language: a list asks it for each of its checks. */
const known = new Map<string, RegExp>()

function lettersOf(language: string): RegExp {
  const letters = known.get(language) ?? lettersOfScript(language)
  if (known.size < mostKnown) known.set(language, letters)
  return letters
}

function lettersOfScript(language: string): RegExp {
  try {
    return scripts[new Intl.Locale(language).maximize().script ?? ''] ?? latin
  } catch {
    // A revision's language is what its page says of itself.
    return latin
  }
}

/** More languages than there are would be names that somebody makes up. */
const mostKnown = 1_000

const latin = /\p{Script=Latin}/u
const scripts: Record<string, RegExp> = {
  Arab: /\p{Script=Arabic}/u,
  Cyrl: /\p{Script=Cyrillic}/u,
  Grek: /\p{Script=Greek}/u,
  Hans: /\p{Script=Han}/u,
  Hant: /\p{Script=Han}/u,
  Hebr: /\p{Script=Hebrew}/u,
  Jpan: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  Kore: /[\p{Script=Hangul}\p{Script=Han}]/u,
}
