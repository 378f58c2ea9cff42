import { isAmount } from './telling-words'

/**
 * Whether a word that can say how much, when or that something is not so says something else where it stands: “about the dam”,
 * “next to the weir”, “has since gone”. `words` are in lower case, marks among them. A doubtful one says what it can say.
 */
export function hasOtherSense(words: readonly string[], at: number, language: string | null): boolean {
  const word = words[at] ?? ''
  const senses = isArabicWord(word) ? arabic : ofLanguage[language?.toLowerCase().split('-')[0] ?? 'en']
  return senses?.[word]?.({ words, at, word: (step) => words[at + step] ?? '' }) ?? false
}

type Place = { words: readonly string[]; at: number; word: (step: number) => string }
type Senses = Record<string, (place: Place) => boolean>

const isArabicWord = (word: string) => /\p{Script=Arabic}/u.test(word)

/** Whether an amount follows, behind an article or none. */
function measures({ word }: Place, language: string): boolean {
  const first = /^(?:an?|the|die|der|das|den|eine[nmr]?|ein)$/.test(word(1)) ? word(2) : word(1)
  return isAmount(first, language)
}

const auxiliary = /^(?:to|may|might|can|could|will|would|shall|should|must|cannot|not)$/
const timeAfterLast =
  /^(?:year|week|month|night|day|time|hour|minute|century|decade|quarter|spring|summer|autumn|fall|winter)/
const body =
  /^(?:parliament|court|courts|judges?|jury|tribunal|magistrates?|congress|senate|lawmakers|mps|committee)$/

/** “Up from 870” behind 1,140 says what the figures say. */
function saysWhatFiguresSay({ words, at, word }: Place, isRising: boolean): boolean {
  if (word(1) !== 'from') return false
  const then = figureIn(word(2))
  const now =
    words
      .slice(0, at)
      .map(figureIn)
      .findLast((figure) => figure !== null) ?? null
  return now !== null && then !== null && (isRising ? now > then : now < then)
}

function figureIn(word: string): number | null {
  const [plain = ''] = /\d[\d.,]*/.exec(word) ?? []
  const figure = plain === '' ? Number.NaN : Number(plain.replaceAll(',', ''))
  return Number.isNaN(figure) ? null : figure
}

const isOfPrices = (place: Place) => /^(?:to|from|by|on)$/.test(place.word(1)) || measures(place, 'en')
/** “Set up”, “we were up”; not “prices are up”. */
const isNoDirection = (isRising: boolean) => (place: Place) => {
  if (isOfPrices(place)) return saysWhatFiguresSay(place, isRising)
  const isState = /^(?:is|are|was|were|be|been|goes?|going|gone|went)$/.test(place.word(-1))
  return !isState || /^(?:i|we|you|he|she|who)$/.test(place.word(-2))
}
const isOfOthersTime: Senses[string] = ({ word }) => word(-1) === 'same'

const english: Senses = {
  about: (place) => !measures(place, 'en'),
  around: (place) => !measures(place, 'en'),
  more: ({ word }) => word(1) === 'about',
  up: isNoDirection(true),
  down: isNoDirection(false),
  next: ({ word }) => word(1) === 'to',
  last: ({ word }) => auxiliary.test(word(-1)) && !timeAfterLast.test(word(1)),
  since: ({ word }) => /^(?:have|has|had)$|['’]ve$/.test(word(-1)),
  before: ({ word }) => [1, 2, 3].some((step) => body.test(word(step))),
  ...Object.fromEntries(
    'year years month months week weeks quarter decade century days hours'
      .split(' ')
      .map((unit) => [unit, isOfOthersTime]),
  ),
}

const accordingTo =
  /^(?:angaben?|ansicht|meinung|auskunft|aussagen?|berichten|schätzung(?:en)?|einschätzung|informationen|worten|darstellung|überzeugung)$/
const takesVor = /^(?:ge)?(?:warn|schütz|flieh|floh|flücht|bewahr)|^angst$|^furcht$/

const german: Senses = {
  nach: ({ word }) => accordingTo.test(word(1)),
  über: (place) => !measures(place, 'de'),
  // “Vor Rissen gewarnt” is no time; “vor zwei Jahren” is one.
  vor: (place) =>
    !measures(place, 'de') && [-4, -3, -2, -1, 1, 2, 3, 4].some((step) => takesVor.test(place.word(step))),
}

/** “After it had…” tells in which order, which what follows tells, too; “before it had…” keeps its word. */
const arabic: Senses = { بعد: ({ word }) => word(1) === 'أن' || word(1) === 'ما' }

const ofLanguage: Record<string, Senses> = { en: english, de: german }
