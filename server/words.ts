import IntlMessageFormat from 'intl-messageformat'
import { currentLocale, messageOf } from '#language'
import type en from '../messages/en.json'
import { intlTag, type Locale, pseudoLocale } from './language/language'
import { pseudo } from './language/pseudo'
import { standingApart } from './language/stand-apart'

export type { Locale } from './language/language'

export type Words = <Key extends MessageKey>(key: Key, values?: Record<string, string | number>) => string

/** Every message's dotted name, such as `import.title`. */
export type MessageKey = Paths<typeof en>
type Paths<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${Paths<Tree[Key]>}`
}[keyof Tree & string]

/** The language that screens speak: the page's in a browser, that of the request on the server. */
export { currentLocale as currentLanguage, isThere as areWordsThere } from '#language'

/** The tag of the language that screens speak, for `Intl`. */
export const screenLocale = (): string => intlTag(currentLocale())

const formats = new Map<string, IntlMessageFormat>()

/**
 * The words of one language: a function from a message's name and values to the sentence (ICU MessageFormat). Where no
 * language is named it is the one of the page or of the request, asked for when the sentence is said.
 */
export function words(locale?: Locale): Words {
  return (key, values) => {
    const spoken = locale ?? currentLocale()
    const format = formatOf(key, spoken)
    return String(format.format(values && standingApart(values, format.getAst(), spoken)))
  }
}

function formatOf(key: string, locale: Locale): IntlMessageFormat {
  const id = `${locale}:${key}`
  const known = formats.get(id)
  if (known) return known
  const format = new IntlMessageFormat(textOf(key, locale), intlTag(locale), undefined, { ignoreTag: true })
  const made = locale === pseudoLocale ? new IntlMessageFormat(pseudo(format.getAst()), 'en') : format
  formats.set(id, made)
  return made
}

function textOf(key: string, locale: Locale): string {
  const text = messageOf(key, locale)
  if (text === null) throw new Error(`no message is named ${key}`)
  return text
}
