/**
 * Words that carry how much, how sure and whether at all, by language; a list of what newspapers write, to be added to.
 * Each is matched as a whole word in lower case.
 */
const howMuch: Record<string, string> = {
  en: `no not never none nobody nothing neither nor without cannot hardly barely
    about around roughly approximately nearly almost over under least most up more fewer less exactly only
    all every some many several few half double may might could must should allegedly reportedly likely unlikely possibly
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
    millions billion billions trillion dozen dozens third quarter once twice first second
    percent percentage per cent points km kilometres kilometers miles metres meters feet kg tonnes tons litres liters
    hectares acres degrees euro euros dollar dollars pounds yen won
    hours minutes days weeks months years year decade decades century today yesterday tomorrow last next
    before after since until former acting rose fell increased decreased`,
  ko: '안 못 약 최소 최대 이상 이하 미만 초과 만 억 천 백 명 원 퍼센트 모든 일부',
  ar: 'لا لم لن ليس ليست غير دون نحو حوالي أكثر أقل مليون ألف مليار كل بعض',
  de: 'nicht kein keine keinen nie ohne etwa rund fast mehr weniger mindestens höchstens',
  fr: 'ne pas jamais aucun aucune sans environ près plus moins presque jusqu',
  es: 'no nunca ninguno ninguna sin unos casi más menos hasta cerca',
}
/** How words that deny end, where denying is part of the word. */
const denials = /n't$|^(?:않|없|아니)|(?:않|없|아니)/u

/** Whether a word (in lower case) says how much, how sure, or that something is not so. */
export function saysHowMuch(word: string, language: string | null): boolean {
  const primary = primaryOf(language)
  return denials.test(word) || listOf(primary).has(word)
}

/** The names of months and days of the week, in lower case, as the language writes them. */
export function whenWords(language: string | null): ReadonlySet<string> {
  const primary = primaryOf(language)
  const known = calendars.get(primary)
  if (known) return known
  const words = new Set<string>()
  for (const form of ['long', 'short'] as const) {
    const month = new Intl.DateTimeFormat(primary, { month: form, timeZone: 'UTC' })
    const weekday = new Intl.DateTimeFormat(primary, { weekday: form, timeZone: 'UTC' })
    for (let number = 0; number < 12; number++)
      words.add(month.format(Date.UTC(2024, number, 1)).toLowerCase())
    for (let number = 1; number < 8; number++)
      words.add(weekday.format(Date.UTC(2024, 0, number)).toLowerCase())
  }
  calendars.set(primary, words)
  return words
}

const calendars = new Map<string, ReadonlySet<string>>()
const lists = new Map<string, ReadonlySet<string>>()

function listOf(primary: string): ReadonlySet<string> {
  const list = lists.get(primary) ?? new Set((howMuch[primary] ?? howMuch.en ?? '').split(/\s+/))
  lists.set(primary, list)
  return list
}

function primaryOf(language: string | null): string {
  const primary = language?.toLowerCase().split('-')[0] ?? 'en'
  return /^[a-z]{2,3}$/.test(primary) ? primary : 'en'
}
