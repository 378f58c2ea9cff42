import type IntlMessageFormat from 'intl-messageformat'
import { directionOf } from './language'

type Message = ReturnType<IntlMessageFormat['getAst']>
type Values = Record<string, string | number>

const letter = /\p{L}/u
const fromTheRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const fromTheLeft = new RegExp(`(?!${fromTheRight.source})${letter.source}`, 'u')
/** What programs find in a text by where it ends: a mark behind it would become a part of it. */
const address = /^\S+(:\/\/|@)\S+$/

/**
 * The values of a message, those written the other way than its language between isolates (UAX #9), so that they do not
 * turn the words and marks around them. What a message chooses by stays as it is.
 */
export function standingApart(values: Values, message: Message, locale: string): Values {
  const other = directionOf(locale) === 'rtl' ? fromTheLeft : fromTheRight
  const turned = Object.entries(values).filter(
    ([, value]) => typeof value === 'string' && other.test(value) && !address.test(value),
  )
  if (!turned.length) return values
  const choosing = chosenBy(message)
  const changed = turned.filter(([name]) => !choosing.has(name)).map(([name, value]) => [name, apart(value)])
  return { ...values, ...Object.fromEntries(changed) }
}

/** Words in a row with commas between them: where some are written one way and some the other, each stands apart. */
export function inRow(words: (string | null | undefined | false)[]): string {
  const said = words.flatMap((word) => word || [])
  const isMixed = said.some((word) => fromTheRight.test(word)) && said.some((word) => fromTheLeft.test(word))
  return (isMixed ? said.map(apart) : said).join(', ')
}

const apart = (word: string | number) => `\u2068${word}\u2069`

function chosenBy(message: Message): Set<string> {
  return new Set(
    message.flatMap((part) => {
      if (!('options' in part)) return []
      return [part.value, ...Object.values(part.options).flatMap(({ value }) => [...chosenBy(value)])]
    }),
  )
}
