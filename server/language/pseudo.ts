import type IntlMessageFormat from 'intl-messageformat'

type Message = ReturnType<IntlMessageFormat['getAst']>

/** `MessageFormatElement.type` of plain text; the enum is not exported where a browser could take it from. */
const plainText = 0

const [plain, accented] = [
  Array.from('abcdefghijklmnopqrstuvwyzACDEGHIJKLNORSTUWYZ'),
  Array.from('åƀçđéƒğĥîĵķļɱñöƥɋŕšţûṽŵýžÅÇĐÉĜĤÎĴĶĻÑÖŔŠŢÛŴÝŽ'),
]
const accents = new Map(plain.map((letter, index) => [letter, accented[index] ?? letter]))

/** A message as the pseudo language says it: accented, two fifths longer, in brackets; its arguments as they are. */
export function pseudo(message: Message): Message {
  const more = Math.ceil(lengthOf(message) * 0.4)
  return [text('⟦'), ...message.map(accentedPart), text(`${padding(more)}⟧`)]
}

const text = (value: string): Message[number] => ({ type: plainText, value })

function accentedPart(part: Message[number]): Message[number] {
  if (part.type === plainText)
    return text(Array.from(part.value, (letter) => accents.get(letter) ?? letter).join(''))
  if (!('options' in part)) return part
  const options = Object.entries(part.options).map(([name, option]) => [
    name,
    { ...option, value: option.value.map(accentedPart) },
  ])
  return { ...part, options: Object.fromEntries(options) }
}

function lengthOf(message: Message): number {
  const lengths = message.map((part) => {
    if (part.type === plainText) return part.value.length
    if (!('options' in part)) return 0
    return Math.max(...Object.values(part.options).map((option) => lengthOf(option.value)))
  })
  return lengths.reduce((sum, length) => sum + length, 0)
}

// In words of five, as a sentence breaks where there is a space.
const padding = (length: number) =>
  Array.from({ length }, (_, index) => (index % 6 === 0 ? ' ' : '~')).join('')
