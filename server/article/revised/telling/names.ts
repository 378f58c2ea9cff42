import { isWord, type Token, tokensOf } from '../tokens'
import { namesAmongNouns } from './german-names'
import { bareOf, isHangul } from './word-forms'

/**
 * The words of a text that are names as far as that can be seen, bare and in lower case. Where there are capitals: what
 * has one inside a sentence or is written in capitals, and the first word of a sentence before such a one; in German, where
 * all nouns have one, what stands as names do. Where there are none: what stands beside a title or the word for a kind of
 * place, and what is written in Katakana.
 */
export function namesIn(text: string, language: string | null): Set<string> {
  const tokens = tokensOf(text)
  const large = /^de\b/i.test(language ?? '') ? namesAmongNouns(text, tokens) : capitals(text, tokens)
  const names = new Set([...large, ...acronyms(tokens), ...besideTitles(tokens)])
  for (const [, name = ''] of text.matchAll(hanNames)) for (const sign of name) names.add(sign)
  return names
}

const startsLarge = ({ key }: Token) => /^\p{Lu}/u.test(key)

function capitals(text: string, tokens: readonly Token[]): Set<string> {
  const names = new Set<string>()
  const small = new Set(tokens.flatMap(({ key }) => (key === key.toLowerCase() ? key : [])))
  let isFirst = true
  let end = 0
  for (const [index, token] of tokens.entries()) {
    if (text.slice(end, token.start).includes('\n')) isFirst = true
    end = token.end
    if (!isWord(token)) {
      if (/^[.!?…:"]$/u.test(token.key)) isFirst = true
      continue
    }
    const word = token.key.toLowerCase()
    const next = tokens[index + 1]
    const beginsName = next !== undefined && isWord(next) && startsLarge(next) && !mayBegin.has(word)
    if (startsLarge(token) && (!isFirst || (beginsName && !small.has(word)))) names.add(word)
    isFirst = false
  }
  return names
}

const acronyms = (tokens: readonly Token[]) =>
  tokens.flatMap(({ key }) => (/^\p{Lu}[\p{Lu}\p{N}]+$/u.test(key) ? key.toLowerCase() : []))

/** Short words that begin sentences before a name without being of it. */
const mayBegin = new Set(
  `the a an in on at for from by with to of and but or as if when while after before since that this these those his her
  its their some most many both according under near der die das den dem des ein eine einer im am in auf mit von für nach bei laut
  le la les l un une du de dans à au en par pour avec selon el los las una del al con por según para desde`.split(
    /\s+/,
  ),
)

/** Korean writes a title after a name, and the kind of a place onto it or after it. */
const koreanAfter = new Set(
  `씨 군수 시장 장관 차관 대통령 총리 의원 의장 위원장 교수 박사 대표 회장 사장 지사 검사 판사 변호사 기자 감독 선수
  시 도 군 구 동 읍 면 리 댐 강 산 호 섬 역 공항 항구 대학교 대학 병원 은행 그룹 전자 초등학교 고등학교`.split(
    /\s+/,
  ),
)
const koreanPlace = /^\p{Script=Hangul}{2,}(?:특별시|광역시|시|군|구|읍|면|동|댐|강|산|섬|역|씨)$/u
/** The commonest family names; with two signs after one, what has a particle is mostly a person. */
const koreanPerson = /^[김이박최정강조윤장임한오서신권황안송류홍]\p{Script=Hangul}{2}$/u
/** What reports that something was said or done ends so, and is nobody before a title. */
const koreanVerb = /(?:다고|라고|다는|했다|였다|면서|지만|하며|자)$/u
/** Arabic writes them before the name. */
const arabicTitles = new Set(
  'سيد سيدة دكتور رئيس رئيسة وزير وزيرة نائب نائبة مدير مديرة محافظ عمدة قاضي مهندس شيخ ملك أمير'.split(' '),
)
/** And these, but not with the article: “the province of …” has none, and behind “the province” anything may stand. */
const arabicPlaces = new Set(
  'مدينة بلدة قرية محافظة ولاية منطقة حي سد نهر جبل جزيرة بحيرة جسر شارع مطار ميناء جامعة مدرسة مستشفى شركة مصرف بنك حزب'.split(
    ' ',
  ),
)
const hasArticle = /^(?:[وفبلك]|[وف][بلك])?ال/u
/** Chinese and Japanese write them after it. */
const hanNames =
  /(\p{Script=Han}{2,3})(?:先生|女士|市长|市長|省长|县长|总统|總統|总理|首相|大统领|部长|部長|主席|教授|博士|经理|議員|议员|知事|社長|氏|さん|市|省|县|縣|県|区|區|镇|町|村|河|江|川|山|湖|岛|島|大坝|ダム|大学|大學|医院|病院|公司|银行|銀行)/gu

function besideTitles(tokens: readonly Token[]): Set<string> {
  const names = new Set<string>()
  const add = (token: Token | undefined) => {
    if (token && isWord(token)) names.add(bareOf(token.key.toLowerCase()))
  }
  for (const [index, token] of tokens.entries()) {
    const { key } = token
    if (/^\p{Script=Katakana}/u.test(key)) add(token)
    const bare = bareOf(key)
    if (arabicTitles.has(bare) || (arabicPlaces.has(bare) && !hasArticle.test(key))) add(tokens[index + 1])
    if (!isHangul(key)) continue
    const before = tokens[index - 1]
    if (koreanAfter.has(bare) && before && !koreanVerb.test(before.key)) add(before)
    if (koreanPlace.test(bare) || (bare !== key && koreanPerson.test(bare))) add(token)
  }
  return names
}
