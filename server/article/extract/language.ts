/** Function words by language: short words that stand in every sentence and hardly ever in a menu. */
const functionWords: Record<string, ReadonlySet<string>> = {
  en: words(
    'the of and to in a is that for it was on with as be by at this from are have has had not but they his her he she which were been their its an or who will would said about when there what so if more than we you your our can could into over after also',
  ),
  de: words(
    'der die das und ist nicht ein eine einer eines einem den dem des zu mit sich auf für von im in als auch es an werden aus er hat dass sie nach wird bei noch wie über so zum war haben nur oder aber vor zur bis mehr durch man sind wurde',
  ),
  fr: words(
    'le la les de des du un une et est dans que qui pour pas sur au aux par plus ce cette ces avec il elle ils se sont été ont son sa ses ne en mais ou où comme leur nous vous était être d l qu n s',
  ),
  es: words(
    'el la los las de del un una y que en es por para con no se su sus al lo como más pero fue ha han este esta son está entre cuando muy sin sobre también hasta desde o le ya',
  ),
  it: words(
    'il lo la i gli le di del della dei delle un una e che è per con non si da in al alla sono ha hanno come più ma anche nel nella dal dalla su questo questa ai era o se',
  ),
  pt: words(
    'o a os as de do da dos das um uma e que é em no na nos nas por para com não se mais como mas foi ao à pelo pela seu sua são também ou ser quando muito já entre',
  ),
  nl: words(
    'de het een en van is dat in op te zijn met voor niet aan er om ook als bij maar door naar uit wordt heeft werd hebben nog over tot deze die worden was kan meer dan zich hij ze',
  ),
  sv: words(
    'och att det som en ett på är av för med till den har de inte om från var men ska kan vid så sig efter också när eller',
  ),
  da: words(
    'og at det som en et på er af for med til den har de ikke om fra var men skal kan ved så sig efter også når eller blev',
  ),
  nb: words(
    'og at det som en et på er av for med til den har de ikke om fra var men skal kan ved så seg etter også når eller ble',
  ),
  ru: words(
    'и в не на что он с как это по но из у за от так о же для бы к то все она они был было были его их или также после может',
  ),
  uk: words(
    'і в не на що він з як це по але із у за від так про же для би до то все вона вони був було були його їх або також після може та й',
  ),
  id: words(
    'yang dan di untuk dengan ini dari dalam pada adalah itu tidak akan ke oleh juga sebagai telah dapat atau mereka karena ada kepada saat',
  ),
  tr: words(
    've bir bu için ile da de olarak daha çok olan gibi kadar sonra ancak ne en ama o her mi ya ki değil olduğu',
  ),
  pl: words(
    'i w na z do nie się że o jest to jak po za od przez dla oraz ale był była są ma który która które tym tego jego już przy',
  ),
}

const scripts: [string, RegExp][] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
]

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}

/** The words of a text in lower case; contractions are cut at the apostrophe. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

/** Only the letters and figures of a text, in lower case: two lines that say the same have the same. */
export function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** The share of a text's words that are function words of the given language; null where that says nothing. */
export function functionShare(text: string, language: string | null): number | null {
  const known = functionWords[language ?? 'en']
  if (!known) return null
  const all = wordsOf(text)
  return all.length === 0 ? 0 : all.filter((word) => known.has(word)).length / all.length
}

/** The language a text is written in, told by script and function words, or null when neither says it. */
export function languageOf(text: string): string | null {
  const sample = text.slice(0, 20_000)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters < 20) return null
  for (const [language, script] of scripts) {
    const share = (sample.match(script)?.length ?? 0) / letters
    // Japanese is a third kana; every other script here is used by its language almost alone.
    if (share > (language === 'ja' ? 0.15 : 0.5)) return language
  }
  return byFunctionWords(sample)
}

function byFunctionWords(sample: string): string | null {
  const all = wordsOf(sample)
  const shares = Object.entries(functionWords)
    .map(([language, known]) => ({
      language,
      share: all.filter((word) => known.has(word)).length / all.length,
    }))
    .toSorted((one, other) => other.share - one.share)
  const [best, next] = shares
  if (!best || !next || all.length < 12 || best.share < 0.2) return null
  // Close relatives (Danish and Norwegian, Spanish and Portuguese) must differ clearly before one is named.
  return best.share - next.share < 0.02 ? null : best.language
}
