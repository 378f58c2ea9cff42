import type { ExemptKind, Found } from './quantity'

/** What is written with digits or number words and says no quantity, in the order in which it is looked for. */
const forms: [ExemptKind, RegExp][] = [
  [
    'address',
    /\b(?:https?:\/\/|www\.)\S+|\b[\w.+-]{1,64}@[\w-]{1,63}\.[\w.]{1,80}|\b[\w-]{1,63}\.(?:com|org|net|info|kr|uk|eu|de)\b\S*|(?<![\p{L}\d])@\w+/giu,
  ],
  [
    'book-number',
    /\b(?:ISBN(?:-1[03])?:? ?[\d][\d -]{8,16}[\dX]|97[89][- ]\d[\d -]{8,12}\d|ISSN:? ?\d{4}-\d{3}[\dX]|doi:? ?10\.\S+|10\.\d{4,9}\/\S+)/giu,
  ],
  ['reference', /\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]+(?<!(?:k?c?m|㎞)[²³])/gu],
  [
    'time',
    /(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:\s?[ap]\.?m\b\.?)?(?![\d:])|(?<![\d.])\d{1,2}(?:\.\d{2})?\s?(?:[ap]\.m\.|[ap]m\b)|\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s?o[’']clock|\b\d{4}\s?(?:hrs|GMT|UTC|KST)\b|(?:오전|오후|새벽|밤|아침|저녁|낮)\s?\d{1,2}시(?:\s?\d{1,2}분)?|(?<!\d)\d{1,2}시(?!간)(?:\s?\d{1,2}분)?/giu,
  ],
  ['ratio', /(?<![\d:.])\d{1,3}\s?:\s?\d{1,3}(?![\d:])/gu],
  [
    'stock-quote',
    /(?<![\d.,])[\d,]+\.\d{1,2}\s+[-+−±]?\d+\.\d{1,2}\s?%|\b(?:rose|fell|closed|trading|traded|up|down)\s(?:at|to|by)\s[\d,]+\.\d{2}\s(?:points)\b/gu,
  ],
  [
    'phone',
    /(?<![\d.,+-])(?:\+\d{1,3}[ -.]?(?:\(0?\d{1,4}\)[ -.]?)?\d{1,4}(?:[ -.]\d{2,8}){1,4}|\(\d{2,4}\)\s?\d{3,4}[- ]\d{3,4}|0\d{1,4}[- ]\d{3,8}(?:[- ]\d{3,6})+|0\d{2,4} \d{5,7}|\d{3}[-.]\d{3}[-.]\d{4}|\d{3}-\d{4}|1-8\d\d-[\dA-Z]{3}-[\dA-Z]{4}|\d{5,}-\d{4,})(?![\d,-])/gu,
  ],
  [
    'version',
    /(?<![\d.])(?!\d{1,3}(?:\.\d{3}){2,}(?![\d.]\d))\d+\.\d+\.\d+(?:\.\d+)*(?![\d.]\d)|\b(?:[Vv]ersion|v)\s?\d+(?:\.\d+)*\b/gu,
  ],
  ['list-number', /^[ \t]*\(?\d{1,3}[.)](?=[ \t])/gmu],
  [
    'section',
    /\b(?:[Ss]ections?|[Ss]ec\.|[Aa]rticles?|[Aa]rt\.|[Cc]hapters?|[Cc]h\.|[Cc]lauses?|[Pp]aragraphs?|[Pp]ara\.|[Pp]ages?|pp?\.|[Nn]os?\.|[Vv]ol(?:ume|\.)|[Ff]ig(?:ure|\.)|[Tt]able|[Aa]nnex|[Aa]ppendix|[Rr]esolutions?|[Rr]ule|[Rr]egulation|[Dd]irective|[Ll]ines?|[Rr]oom|[Ff]light|[Rr]oute|[Hh]ighway|[Ff]ootnotes?|[Vv]erses?|[Rr]evision|Part|Level|Phase|Stage|Grade|Class|Group|Case|Form|Act|Order|Article|Day|Type|Tier|District|Ward|Zone|Precinct|Camp|Battalion|Gate|Platform|Channel|Terminal|Block|Unit|Building|Apollo|Number|Exhibit|Protocol|Agenda|Psalm|Season|Episode)\s(?:no\.\s?)?\d+(?:\.\d+)*(?:\/\d+)*(?:\(\w+\))*(?:\s?(?:[-–]|,|and|to)\s?\d+(?:\.\d+)*)*(?![\d%]|[.,]\d)|[§#№]\s?\d+(?:\.\d+)*|제\s?\d+(?:조|장|항|호|차|회|대|과|절|편)/gu,
  ],
  [
    'section',
    /\b(?:rounds?|phase|stage|part|chapter|level|type|grade|season|episode|section|article|page|number|step|option|group|team|act)\s(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?! (?:people|men|women|persons|of them|[a-z]+s\b))/giu,
  ],
  [
    'street',
    /(?<![\d.,-])\d{1,5}[A-Za-z]?\s(?:(?:[A-Z][\p{L}’'.-]*|of|the|\d+(?:st|nd|rd|th))\s){0,3}(?:Street|St\.?|Road|Rd\.?|Avenue|Ave\.?|Lane|Ln\.?|Drive|Boulevard|Blvd\.?|Square|Court|Terrace|Crescent|Quay|Alley)(?![\p{L}])|\bP\.?O\.? Box \d+|\b[A-Z]{2} \d{5}(?:-\d{4})?\b|(?<!\p{L})\p{L}{1,40}(?:straße|strasse|gasse|platz)\s\d+\w?|(?<![가-힣\d])[가-힣\d]{1,20}(?:로|길)\s\d+(?:-\d+)?(?:번길)?(?=[ ,.()]|$)/gu,
  ],
  [
    'ordinal',
    /(?<![\d.,])\d[\d,]*(?:st|nd|rd|th)s?\b|\b(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -])(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[- ](?:hundredth|thousandth|millionth)\b|\d+번째|[첫두세네]\s?번째|제\s?[일이삼사오육칠팔구십]+(?=[ 차회])/giu,
  ],
  [
    'name',
    /(?<![\p{L}\d])(?!(?:[Mm]id|[Pp]re|[Pp]ost|[Ee]arly|[Ll]ate|[Ss]ince|[Uu]nder|[Oo]ver|[Nn]on|[Uu]p|[Ss]ub|[Ss]ome|[Ee]x|US|[Rr]oughly|[Aa]bout|[Tt]o)-\d)\p{Script=Latin}+-?\d[\p{Script=Latin}\d]*(?:-\d+(?![\d.,]))?(?:-[\p{Ll}]+)*|(?<![\p{L}\d])\d+(?:[DGKPx](?![\p{L}])|x\d+)(?!-?\$)|\b9\/11\b|\b24\/7\b|\b7\/7\b|\bOne World\b|\bGroup of (?:Seven|Eight|Twenty|Ten)\b|\bBig (?:Two|Three|Four|Five|Six|Ten)\b|\b(?:Four|Six|Two|Three|Five|Seven|Ten|Twelve)(?= (?:Nations|Seasons|Kingdoms|Sisters|Emirates|Commandments|Years|Mile|Day|Points?|Corners|Oaks|Rivers|Gorges))/gu,
  ],
  [
    'name',
    /\b(?:one|two) (?:another|thing)\b|\b(?:no|any|every|some|the|this|that|each|which|another|only|last|first|not|loved|right|wrong|new|old|big|good|bad|number) one\b|(?<!-)\bone[- ](?:of|day|way|by|side|hand|man['’]s|party|another|time|off|sided|third party|at a time|that|who|can|could|must|should|might|may|would|is|was|has|had|in which|step|such|or more|in the)\b|\bone['’]s\b|\bat one point\b|\bone to (?:the|one)\b|\bone-(?:on-one|to-one)\b|\btwo-(?:way|faced|tier|thirds-majority)\b|\b(?:zero|hundred|ten|million)[- ](?:sum|tolerance|percenters)\b/giu,
  ],
  [
    'name',
    /\b(?:Windows|iPhone|iPad|Galaxy|Boeing|Airbus|Interstate|Pixel|PlayStation|Xbox|Android|iOS|Falcon|Soyuz|Voyager|Formula|Fortune|FTSE|Nasdaq|Nikkei|Euro|Expo)\s\d[\d-]*(?![\d.,]*\d)|\b(?:[Cc]all(?:ed|ing)?|[Dd]ial(?:l?ed|l?ing)?)\s\d{3}(?![\d,.]*\d)|\b[Nn]ine-to-five\b|\d+(?:인|명|가구|개|대|건|회)당|[1-9]0대(?= ?(?:남|여|청|중|직|부부|초|후))/gu,
  ],
]

const score =
  /(?<![\d.,–-])(\d{1,3})[-–](\d{1,3})(?!\d|[.,]\d|[–%-]|\s?(?:%|percent|years?|days?|km|million))/gu

/** Every stretch of a text in UTF-16 that is exempt, where nothing else was read yet. */
export function exemptIn(text: string, isTaken: (start: number, end: number) => boolean): Found[] {
  const found: Found[] = []
  const own = new Uint8Array(text.length)
  const isFree = (start: number, end: number) => !isTaken(start, end) && !own.subarray(start, end).includes(1)
  const add = (what: ExemptKind, { index, 0: words }: RegExpMatchArray & { index: number }) => {
    const [start, end] = [index, index + words.length]
    if (!words || !isFree(start, end)) return
    own.fill(1, start, end)
    found.push({ kind: 'exempt', what, start, end })
  }
  for (const [what, pattern] of forms) for (const match of text.matchAll(pattern)) add(what, match)
  // The higher number first is how results are told, not a range.
  for (const match of text.matchAll(score)) if (Number(match[1]) >= Number(match[2])) add('ratio', match)
  return found
}
