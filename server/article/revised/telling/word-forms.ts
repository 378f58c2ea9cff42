// What Korean writes onto a word without its being of it, longest first.
const particles =
  /(?:에서는|에서도|으로는|이라고|에게는|까지는|부터는|에서|에게|께서|으로|이라|라고|까지|부터|보다|처럼|만큼|마다|조차|밖에|은|는|이|가|을|를|의|에|로|와|과|도|만|씩|쯤)$/u
// And, by, as, to, and the.
const prefixes = /^(?:[وفبلك]|(?:[وف][بلك]))?(?:ال)?/u
const vowelSigns = /[\u064B-\u0652\u0670\u0640]/gu

export const isHangul = (word: string): boolean => /\p{Script=Hangul}/u.test(word)
export const isArabic = (word: string): boolean => /\p{Script=Arabic}/u.test(word)

/**
 * A word as it stands and without what its language writes onto it: the particles of Korean, and what Arabic puts
 * before a noun, with its vowel signs. Words of other scripts are as they stand.
 */
export function formsOf(word: string): string[] {
  if (isHangul(word)) return unlessEmpty(word, word.replace(particles, ''))
  if (!isArabic(word)) return [word]
  const unsigned = word.replace(vowelSigns, '')
  const [prefix = ''] = prefixes.exec(unsigned) ?? []
  return [...unlessEmpty(word, unsigned), ...unlessEmpty(unsigned, unsigned.slice(prefix.length)).slice(1)]
}

/** The barest of them, by which a word is compared. */
export const bareOf = (word: string): string => formsOf(word).at(-1) ?? word

const unlessEmpty = (word: string, bare: string) => (bare === '' || bare === word ? [word] : [word, bare])
