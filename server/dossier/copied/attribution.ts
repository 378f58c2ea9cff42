/** Agencies whose reports others print, by the names under which they are credited. */
const agencies = [
  ...[
    'Reuters',
    'Associated Press',
    'AP',
    'AFP',
    'Agence France-Presse',
    'dpa',
    'Bloomberg',
    'Xinhua',
    'TASS',
  ],
  ...[
    'Kyodo',
    'Yonhap',
    '연합뉴스',
    '뉴시스',
    '뉴스1',
    'رويترز',
    'فرانس برس',
    'أسوشيتد برس',
    'Interfax',
    'ANSA',
    'EFE',
  ],
]

/**
 * Whom a text credits with what it tells, of the given publishers and the agencies, in the words in which they are
 * named: "told Reuters", "according to the Meridian Wire", "연합뉴스에 따르면", "(AP)".
 */
export function creditsIn(text: string, publishers: readonly string[]): string[] {
  return [...new Set([...publishers, ...agencies])].filter((name) => isCredited(text, name))
}

function isCredited(text: string, name: string): boolean {
  const bare = name.replace(/^the\s+/i, '').trim()
  if (bare.length < 2 || !text.includes(bare)) return false
  const said = bare.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  // Short names are abbreviations, and those are capitals.
  const flags = bare.length <= 3 ? 'u' : 'iu'
  return ways.some((way) => new RegExp(way.replace('NAME', said), flags).test(text))
}

const end = '(?![\\p{L}\\d])'
const ways = [
  `\\b(?:told|tells|telling|[Aa]ccording to|citing|cited by|reported by|reports from|quoted by|published by|[Ss]ource:?|via|seen by|obtained by|interview with|first in) (?:a report (?:by|in|from) )?(?:the |news agency |The )?(?:news agency )?NAME${end}`,
  `(?<![\\p{L}\\d])NAME(?:’s|'s)?(?: news agency)? (?:first )?(?:reported|reports|said in a report|writes|wrote|has reported|had reported)`,
  `[(—–-] ?NAME ?[)—–-]`,
  `NAME(?:에 따르면|에 의하면|이 보도|가 보도|은 보도|는 보도|[는은이가] .{0,40}보도했다|를 인용|을 인용)`,
  `(?:وفقا? ?ًا? ل|بحسب |نقلا? ?ً? عن |حسب ما ذكرت |ذكرت |قالت )(?:وكالة |صحيفة )?NAME`,
]

/** Whether a sentence says who said it. */
export function saysWho(text: string): boolean {
  return /\b(?:said|says|told|according to|citing|reported|stated|announced|claimed|estimates?|believed)\b|에 따르면|밝혔다|말했다|전했다|(?:قال|وفق|بحسب|ذكر|أعلن)/iu.test(
    text,
  )
}

/** Words that leave open how much or whether: a rewrite that drops them says more than was known. */
const hedges =
  /\b(?:about|around|roughly|approximately|nearly|almost|some|at least|at most|up to|more than|fewer than|less than|over|an estimated|estimated|reportedly|allegedly|apparently|likely|probably|possibly|suspected|believed|may|might|could|appears?(?: to)?|appeared|seems?)\b|약|가량|최소|최대|추정|듯|(?:نحو|حوالي|ربما|قد|يعتقد|على الأقل)/giu

/** The words of a sentence that leave something open, in small letters. */
export function hedgesIn(text: string): Set<string> {
  return new Set([...text.matchAll(hedges)].map(([word]) => word.toLowerCase()))
}
