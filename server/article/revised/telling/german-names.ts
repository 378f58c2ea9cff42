import { isWord, type Token } from '../tokens'
import { isCalendarOrAmount } from './telling-words'

/**
 * The names in a text of a language that gives all nouns a capital, in lower case: nouns in a row (a person, an office and
 * who holds it), one behind a preposition without an article (a place), and one that says something or does it without an
 * article. Any other noun is a word like others.
 */
export function namesAmongNouns(text: string, tokens: readonly Token[]): Set<string> {
  const words = wordsOf(text, tokens)
  const names = new Set<string>()
  const small = new Set(words.filter(({ isLarge }) => !isLarge).map(({ word }) => word))
  for (let at = 0; at < words.length; at++) {
    const end = endOfRun(words, at)
    if (end === at) continue
    const run = words.slice(at, end)
    const around = {
      before: beside(words, at - 1),
      after: beside(words, end),
      isFirst: run[0]?.isFirst ?? false,
    }
    if (run.length > 1 ? isNameInRow(run, around) : isNameAlone(run[0]?.word ?? '', around))
      for (const { word } of run) if (!small.has(word)) names.add(word)
    at = end - 1
  }
  return names
}

/** `isLarge`: a noun or a name by its capital; `isFirst`: nothing of its sentence stands before it. */
type Word = { word: string; isLarge: boolean; isFirst: boolean; follows: boolean }

function wordsOf(text: string, tokens: readonly Token[]): Word[] {
  const words: Word[] = []
  let [isFirst, follows, end] = [true, false, 0]
  for (const token of tokens) {
    if (text.slice(end, token.start).includes('\n')) [isFirst, follows] = [true, false]
    end = token.end
    if (!isWord(token)) {
      follows = false
      if (/^[.!?…:"]$/u.test(token.key)) isFirst = true
      continue
    }
    const word = token.key.toLowerCase()
    const isNoun = /^\p{Lu}\p{Ll}/u.test(token.key) && !isCalendarOrAmount(word, 'de')
    words.push({ word, isFirst, follows, isLarge: isNoun && !(isFirst && mayBegin.has(word)) })
    ;[isFirst, follows] = [false, true]
  }
  return words
}

function endOfRun(words: readonly Word[], at: number): number {
  let end = at
  while (words[end]?.isLarge && (end === at || words[end]?.follows)) end++
  return end
}

type Around = { before: string; after: string; isFirst: boolean }
/** The word next to a run, in lower case; empty where a mark or the end stands there. */
const beside = (words: readonly Word[], at: number) => words[at]?.word ?? ''

function isNameInRow(run: readonly Word[], { isFirst }: Around): boolean {
  // “Neue Zahlen” begins a sentence with an adjective, “Ute Schmidt” with a name.
  const isAdjective = isFirst && run.length === 2 && adjective.test(run[0]?.word ?? '')
  return !isAdjective
}

function isNameAlone(word: string, { before, after, isFirst }: Around): boolean {
  if (isFirst) return ofOne.test(after) || says.test(after)
  if (says.test(before)) return true
  return (
    places.has(before) && !common.has(word) && !/(?:ung|heit|keit|schaft|tion|tät|nis)(?:en)?$/u.test(word)
  )
}

const adjective =
  /^(?:neu|alt|groß|klein|stark|schwer|leicht|hoh|hoch|tief|gut|schlecht|weiter|deutsch|europäisch|frei|offen|heftig|erneut|aktuell|künftig|früher|später|jung|lang|kurz|letzt|erst|nächst|beid|zahlreich|verschieden|ander|öffentlich|privat|politisch|staatlich|kommunal|örtlich|steigend|sinkend)(?:e|er|es|en|em)$/u
const ofOne = /^(?:\p{Ll}{2,}te?|ist|war|will|kann|soll|muss|wird|kam|ging)$/u
const says =
  /^(?:sag(?:t|te|ten|en)|erklär(?:t|te|ten)|beton(?:t|te|ten)|teil(?:t|te|ten)|meld(?:et|ete|eten)|berichte(?:t|te|ten)|warn(?:t|te|ten)|kritisier(?:t|te|ten)|forder(?:t|te|ten)|schr(?:eibt|ieb|ieben)|so|laut)$/u
const places = new Set('in aus bei nach von um über gegen durch'.split(' '))
const common = new Set(
  `höhe angaben angabe ansicht meinung auskunft berichten schätzungen informationen worten aussagen kraft frage folge zukunft
  schutz ende anfang betrieb bau arbeit haft gefahr not wasser kauf schäden kosten menschen häusern jahren tagen stunden
  kindern schulen hause norden süden osten westen mitternacht mittag`.split(/\s+/),
)
/** Words that begin a sentence with a capital and are no nouns. */
const mayBegin = new Set(
  `der die das den dem des ein eine einer einem einen ihr ihre ihren ihrer sein seine seinen seiner unser unsere kein keine
  er sie es wir ich man wer was wie wo wann warum dieser diese dieses diesen jener jede jeder jedes alle allen viele einige
  mehrere manche beide andere solche und oder aber doch denn auch nur noch schon so dann da dort hier heute gestern morgen
  nun jetzt bald fast etwa rund knapp mehr weniger in an am im auf aus bei beim nach von vom vor mit zu zum zur über unter
  um für gegen durch ohne seit bis während wegen trotz laut neben zwischen hinter als wenn weil dass ob nachdem bevor damit
  nicht nie zudem außerdem dagegen dabei danach davor deshalb trotzdem jedoch allerdings zuvor zuletzt erst insgesamt`.split(
    /\s+/,
  ),
)
