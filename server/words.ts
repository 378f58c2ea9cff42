import IntlMessageFormat from 'intl-messageformat'
import en from '../messages/en.json'

const messages = { en }
export type Locale = keyof typeof messages

/** The language that screens speak, until there is a second one for members to choose. */
export const screenLocale: Locale = 'en'

export type Words = <Key extends MessageKey>(key: Key, values?: Record<string, string | number>) => string

/** Every message's dotted name, such as `import.title`. */
export type MessageKey = Paths<typeof en>
type Paths<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${Paths<Tree[Key]>}`
}[keyof Tree & string]

const formats = new Map<string, IntlMessageFormat>()

/** The words of one language: a function from a message's name and values to the sentence (ICU MessageFormat). */
export function words(locale: Locale = screenLocale): Words {
  return (key, values) => {
    const id = `${locale}:${key}`
    let format = formats.get(id)
    if (!format) {
      format = new IntlMessageFormat(textOf(key, locale), locale, undefined, { ignoreTag: true })
      formats.set(id, format)
    }
    return String(format.format(values))
  }
}

function textOf(key: string, locale: Locale): string {
  let node: unknown = messages[locale]
  for (const part of key.split('.'))
    node = node && typeof node === 'object' ? Reflect.get(node, part) : undefined
  if (typeof node !== 'string') throw new Error(`no message is named ${key}`)
  return node
}
