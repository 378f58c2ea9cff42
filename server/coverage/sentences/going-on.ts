/**
 * Whether a sentence goes on where a segmenter ended it: UAX #29 knows no abbreviations, and takes every "?" for an end
 * however the text goes on behind the quotation mark.
 */
export function goesOn(sentence: string, next: string, locale: string): boolean {
  // Brackets and marks of quotation after the end belong to what they follow.
  if (!/[\p{L}\p{N}]/u.test(next)) return true
  if (/^\p{Ll}/u.test(next)) return true
  if (/[?!]["'”’»“]\s*$/u.test(sentence) && saysSo.test(next)) return true
  return endsShort(sentence.trimEnd(), next, locale.split('-')[0] ?? 'en')
}

/** “Who knew?” Lena Sørby asked. */
const saysSo =
  /^(?:\p{Lu}[\p{L}’'-]+\s+){1,3}(?:said|says|asked|asks|added|told|wrote|shouted|sagte|fragte|rief|meinte)\b/u

function endsShort(sentence: string, next: string, language: string): boolean {
  const last = /(?:^|[\s("“„«‘'[])([\p{L}\p{N}.&-]+)\.$/u.exec(sentence)?.[1]
  if (last === undefined) return false
  // Letters with dots between them may end a sentence or stand within it; who begins anew, begins so.
  if (/^\p{L}(?:\.\s?\p{L})+$/u.test(last)) return !beginners.has(firstWord(next)) && !/^["“„«]/.test(next)
  // One capital letter is somebody's initial, or at the end the name of a plan.
  if (/^\p{Lu}$/u.test(last)) return last !== 'I' && !beginners.has(firstWord(next))
  if (ordinals.has(language) && /^\d{1,2}$/.test(last)) return !beginners.has(firstWord(next))
  if (/^\d/.test(next)) return beforeNumbers.has(last.toLowerCase()) || isShort(last, language)
  return isShort(last, language)
}

const isShort = (word: string, language: string) =>
  anywhere.has(word.toLowerCase()) || shortWords[language]?.has(word.toLowerCase()) === true

const firstWord = (text: string) => /^[\p{L}’']+/u.exec(text)?.[0].toLowerCase() ?? ''

const setOf = (words: string) => new Set(words.split(' '))

/** Languages in which a dot after a number makes it the third or the eighth. */
const ordinals = setOf('de da nb nn no fi is cs sk sl hr sr hu et lv pl')

/** Words before which a dot is no end, in whatever language, as names and titles travel. */
const anywhere = setOf(
  'dr prof mr mrs ms st ste gen col lt capt cpl sgt maj adm cmdr gov sen rep hon rev fr jr mt ft msgr pres supt vs mme mlle',
)

const shortWords: Record<string, ReadonlySet<string>> = {
  en: setOf('messrs jan feb mar apr jun jul aug sept oct nov dec approx ave blvd e.g i.e cf est vol ed eds'),
  de: setOf(
    'bzw ca evtl ggf vgl z d u s o mio mrd str hr fr nr abs art bd inkl max min jan feb apr aug sept okt nov dez geb gest verh sog usf dipl ing phil med jur rer nat kath ev insb bspw',
  ),
  fr: setOf('m mm me av bd env janv févr avr juil sept oct nov déc p pp'),
  es: setOf('sr sra srta dra ud uds av núm pág aprox'),
  it: setOf('sig sigg dott ing avv ecc on pag'),
  nl: setOf('dhr mevr ir drs ds bijv enz nl jl'),
}

/** Words after which a dot is no end where a number follows. */
const beforeNumbers = setOf('no nos nr art fig pp p vol ch sec para approx ca c')

/** Words that begin a sentence far more often than they follow an abbreviation. */
const beginners = setOf(
  [
    'the a an he she it they we you i this that these those there here but and or so in on at for from with as by after before when while if',
    'its their his her our my who what where why how not no yes many some most all both one two another last next until since although however',
    'der die das ein eine er sie es wir ihr ich dies diese dieser dieses doch aber und oder in im am auf an für von mit als nach vor seit wenn',
    'damit dann dort hier auch so nur noch schon kein keine beide alle viele manche ob weil während bis zu bei',
  ].join(' '),
)
