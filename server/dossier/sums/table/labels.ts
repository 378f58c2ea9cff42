/** What a row or a column is by its label: a part, a sum of parts, some of another part, or something that is not added. */
export type LineKind = 'part' | 'total' | 'subtotal' | 'of-which' | 'aside'

const subtotal = /sub-?\s?total|^소계|المجموع الفرعي|zwischensumme|sous-total|subtotal/iu
const total =
  /^(?:the )?(?:grand |overall |combined |sum )?totals?(?=$|[\s,:(*])|(?:^|\s)(?:in |grand )?total$|^sum(?=$|[\s:(])|^(?:all|altogether|overall|in all)$|^all (?:together|regions|districts|areas|ages|categories|countries|provinces|years|groups|sources|items|months)$|^(?:합계|총계|총합|전체|계|총)(?=$|[\s:(])|^(?:المجموع|الإجمالي|إجمالي|مجموع)(?=$|[\s:(])|^(?:insgesamt|gesamt|summe)(?=$|[\s:(])/iu
const ofWhich =
  /^(?:[-–•]\s*)?(?:of which|of whom|of these|of those|of them|thereof|including|incl\.|among them|그중|이 중|منهم|منها|davon)/iu
const aside =
  /average|\bmean\b|median|\bchange|difference|\bper\b|percent|%|\bshare|\brate\b|\bratio|maximum|minimum|^(?:max|min)\b|previous|target|increase|decrease|growth|turnout|\brank|\bindex\b|balance|cumulative|running|\bage\b|\bprice\b|\bscore\b|\bnet\b|density|temperature|\bnote|\byear$|^years?\b|^no\.$|^#$|expectanc|margin|profit|surplus|deficit|평균|비율|증감|누적|순위|المتوسط|النسبة|معدل|التغير/iu

/** What the label of a row or a column says about the numbers behind it. */
export function kindOfLabel(label: string): LineKind {
  const text = label.trim()
  if (subtotal.test(text)) return 'subtotal'
  // "Total change" and "Total, per cent" are no sums.
  if (total.test(text)) return aside.test(text.replace(/\(.*\)/, '')) ? 'aside' : 'total'
  if (ofWhich.test(text)) return 'of-which'
  return aside.test(text) ? 'aside' : 'part'
}

/** A heading that says its numbers are shares of something. */
export const saysPercent = (label: string) => /%|per ?cent|\bshare\b|비율|النسبة/iu.test(label)

/** Words that say the numbers below are in thousands, or rounded otherwise. */
export const saysRounded = (text: string) =>
  /\b(?:thousands?|millions?|billions?|bn|mn|m|000s?|rounded|rounding)\b|[$€£]m\b|단위\s*[:：]?\s*\S*[천만억]|بال(?:آلاف|ملايين|مليارات)/iu.test(
    text,
  )

/** Words that say the parts of a table overlap, or are not all. */
export const saysOpen = (text: string) =>
  /(?:may|do|does|might|need) not (?:add|sum)|more than one|more than once|multiple|overlap|several (?:answers|kinds|types|groups)|not (?:all|every)|excluding|복수 ?응답/iu.test(
    text,
  )

/** Words near a table that say it shows some of its things only. */
export const saysSelected = (text: string) =>
  /\btop\b|largest|biggest|leading|selected|main|most |highest|some of|examples?|상위|주요|أكبر|أبرز/iu.test(
    text,
  )
