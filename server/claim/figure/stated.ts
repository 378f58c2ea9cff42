import type { Quantity } from './quantity/quantity'

/** What a sentence states about the figure in it: for what time, where, by whom. Only what it says plainly. */

const sinceBefore = /\b(?:since|from) (?:the )?$|부터$/i
const asOfBefore = /\b(?:as of|by|until|till|up to|as late as|through|to date,?) (?:the )?(?:end of )?$/i
const inBefore = /\b(?:in|on|during|throughout|for|between|of) (?:the )?(?:year )?$/i

/** The time that a figure is about, where its sentence names a single one with its year. */
export function dateIn(points: string[], dates: Quantity[]): { from: string | null; to: string | null } {
  const [date, other] = dates
  const none = { from: null, to: null }
  if (!date?.from || other || !/^\d{4}/.test(date.from)) return none
  const before = points.slice(Math.max(0, date.at.start - 20), date.at.start).join('')
  const behind = points.slice(date.at.end, date.at.end + 4).join('')
  if (sinceBefore.test(before) || /^부터/.test(behind)) return { from: date.from, to: null }
  if (asOfBefore.test(before) || /^ ?(?:기준|현재|까지)/.test(behind)) return { from: null, to: date.to }
  const isRange = date.from !== date.to
  if (isRange || inBefore.test(before) || (/^(?:에| )/.test(behind) && /[가-힣]/.test(behind)))
    return { from: date.from, to: date.to }
  return none
}

const placeAt =
  /^(?: [\p{Ll}’-]+){0,2} (?:in|across|throughout|inside) (?:the )?((?:(?:north|south|east|west|upper|lower|central|northern|southern|eastern|western) )?\p{Lu}[\p{L}’.-]*(?: (?:of |the )?\p{Lu}[\p{L}’.-]*){0,3}(?: (?:valley|province|district|region|county|state|city))?)/u
const notPlace =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Spring|Summer|Autumn|Winter|Christmas|Easter)\b/

/** The place named right behind what is counted: "2,000 people displaced in the upper Ondre valley". */
export function placeIn(after: string, counted: string): string {
  const at = counted ? after.indexOf(counted) : -1
  const rest = at >= 0 && at < 12 ? after.slice(at + counted.length) : after
  const place = placeAt.exec(rest)?.[1] ?? ''
  return notPlace.test(place) ? '' : place.replace(/[.’]+$/, '')
}

const accordingTo =
  /\baccording to (?:the |a |an )?([^,.;:!?()“”"\n]{2,80}?)(?= (?:in|on|at|who|which|that|as|said|released) |[,.;:!?()“”"\n]|$)/iu
const saidBehind =
  /, (?:the |a )?((?:\p{L}[\p{L}’.-]*)(?: [\p{L}’.-]+){0,6}?) (?:says?|said|told|reported|reports|estimates?|estimated|announced)\b/u
const saidBefore =
  /^[\s“"]*(?:On \p{L}+, )?((?:The |An? )?\p{Lu}[\p{L}’.-]*(?: [\p{L}’.-]+){0,6}?) (?:says?|said|told|reported|reports|estimates?|estimated|announced|counted|put|confirmed)\b/u
const koreanSource = /([가-힣A-Za-z·\d]+(?: [가-힣A-Za-z·\d]+){0,2})(?:에|의 발표에|측에) 따르면/u
// "According to the group" leads to a name in another sentence, which only people look for.
const notNamed =
  /^(?:it|he|she|they|we|i|which|who|this|that|there|officials|experts|reports?|group|agency|organi[sz]ation|study|survey|statement|sources?|documents?|data)$/i

/** Who gave the number, where the sentence says so. */
export function saidByIn(before: string, after: string): string {
  const sentence = before + after
  const found =
    accordingTo.exec(sentence)?.[1] ??
    koreanSource.exec(before)?.[1] ??
    saidBehind.exec(after)?.[1] ??
    saidBefore.exec(before)?.[1] ??
    ''
  const name = found.trim().replace(/^(?:The|An?|the|an?) /, '')
  return notNamed.test(name) ? '' : name
}
