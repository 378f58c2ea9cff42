import IntlMessageFormat from 'intl-messageformat'
import arabic from '../messages/ar.json' with { type: 'json' }
import english from '../messages/en.json' with { type: 'json' }

type Message = ReturnType<IntlMessageFormat['getAst']>

const flat = (tree: object): string[] =>
  Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : flat(value)))

// Names of formats are the same everywhere. The rule test of the languages sees to it that both have the same messages in order.
const others = flat(arabic)
const translated = flat(english).filter((text, place) => text !== others[place])

/** Every way a message can be said, with `\0` where it is given something. */
function waysOf(message: Message): string[] {
  return message.reduce<string[]>(
    (before, part) => {
      const said = part.type === 0 ? [part.value] : 'options' in part ? optionsOf(part.options) : ['\0']
      return before.flatMap((start) => said.map((end) => start + end))
    },
    [''],
  )
}

const optionsOf = (options: Record<string, { value: Message }>) =>
  Object.values(options).flatMap(({ value }) => waysOf(value))

const ways = translated.flatMap((text) =>
  waysOf(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst()),
)
const lettersIn = (text: string) => text.replace(/[^\p{L}]/gu, '').length
const told = ways.filter((way) => lettersIn(way) > 3)
const whole = new Set(told.filter((way) => !way.includes('\0')).map(plain))
const patterns = told
  .filter((way) => way.includes('\0'))
  .map((way) => ({
    own: lettersIn(way),
    pattern: new RegExp(`^${plain(way).split('\0').map(escaped).join('.*')}$`, 'u'),
  }))

/** Which of these texts are said by a message in English, whatever a style sheet makes of its capitals. */
export function leftInEnglish(texts: string[]): string[] {
  return [...new Set(texts)].filter((text) => {
    const said = plain(text)
    // What is mostly what it was given says nothing by its own words.
    return (
      whole.has(said) || patterns.some(({ own, pattern }) => own * 2 > lettersIn(said) && pattern.test(said))
    )
  })
}

function plain(text: string): string {
  return text
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/[^\S\0]+/g, ' ')
    .trim()
    .toLowerCase()
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
