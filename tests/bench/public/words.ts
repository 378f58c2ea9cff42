/** A language as the benchmark writes it: its words are made of syllables that no other of them has. */
export type Tongue = { language: string; syllables: string[] }

const inFull = (syllables: string) => syllables.split(' ')

export const tongues: Tongue[] = [
  { language: 'en', syllables: inFull('ka ro mi ten lu sar vo del an pri gos he nu bel tir os ma') },
  {
    language: 'de',
    syllables: inFull('käm rö schi stau lü werk vor dorf an preis groß heim nau bahn tür oß markt'),
  },
  { language: 'fr', syllables: inFull('cré rou mieu teau lé sè vau droi an prê gaux hé nou bel trê œu mar') },
  { language: 'ko', syllables: inFull('정 부 가 발 표 했 다 예 산 증 세 금 복 지 교 육 청') },
  { language: 'ar', syllables: inFull('كا رو مي تن لو سار فو دل ان بري جوس هي نو بل تير اوس ما') },
]

/** All words of a language; the earlier one stands, the more common it is. */
export function wordsOf({ syllables }: Tongue): string[] {
  return syllables.flatMap((third) =>
    syllables.flatMap((second) => syllables.map((first) => first + second + third)),
  )
}
