/** The words of Korean numbers and what they are worth. */

const sino: Record<string, number> = {
  영: 0,
  공: 0,
  일: 1,
  이: 2,
  삼: 3,
  사: 4,
  오: 5,
  육: 6,
  칠: 7,
  팔: 8,
  구: 9,
}
const small: Record<string, number> = { 십: 10, 백: 100, 천: 1000 }
const large: Record<string, number> = { 만: 1e4, 억: 1e8, 조: 1e12 }
export const nativeTens: Record<string, number> = {
  ...{ 열: 10, 스물: 20, 스무: 20, 서른: 30, 마흔: 40, 쉰: 50, 예순: 60, 일흔: 70, 여든: 80, 아흔: 90 },
}
export const nativeOnes: Record<string, number> = {
  ...{
    하나: 1,
    한: 1,
    두: 2,
    둘: 2,
    세: 3,
    셋: 3,
    석: 3,
    네: 4,
    넷: 4,
    넉: 4,
    다섯: 5,
    여섯: 6,
    일곱: 7,
    여덟: 8,
    아홉: 9,
  },
}

/** "5~6만": what multiplies the last number multiplies the first one, too, where it has none of its own. */
export function multiplier(last: string, first: string): number {
  if (/[가-힣]/.test(first)) return 1
  const sign = /[만억조]$/.exec(last)?.[0]
  return sign ? (large[sign] ?? 1) : 1
}

/** The value of a number in digits and signs, or in words; a vague one as a range. */
export function valueIn(written: string): [number, number] | null {
  if (/^[수몇]/.test(written)) {
    const unit = total(written.slice(1))
    return unit ? [2 * unit, 10 * unit - 1] : null
  }
  const native = nativeValue(written)
  if (native !== null) return [native, native]
  const value = total(written)
  return value === null ? null : [value, value]
}

function nativeValue(written: string): number | null {
  const tens = Object.keys(nativeTens).find((word) => written.startsWith(word))
  const rest = written.slice(tens?.length ?? 0)
  if (tens && !rest) return nativeTens[tens] ?? null
  const ones = nativeOnes[rest]
  return ones === undefined ? null : ones + (tens ? (nativeTens[tens] ?? 0) : 0)
}

function total(written: string): number | null {
  let [sum, section, current] = [0, 0, Number.NaN]
  for (const [piece] of written.matchAll(/[\d,.]+|[가-힣]/g)) {
    if (/\d/.test(piece)) current = Number(piece.replace(/,/g, ''))
    else if (piece in sino) current = sino[piece] ?? 0
    else if (piece in small)
      [section, current] = [section + (Number.isNaN(current) ? 1 : current) * (small[piece] ?? 1), Number.NaN]
    else if (piece in large) {
      const here = section + (Number.isNaN(current) ? 0 : current)
      ;[sum, section, current] = [sum + (here || 1) * (large[piece] ?? 1), 0, Number.NaN]
    } else return null
  }
  const value = sum + section + (Number.isNaN(current) ? 0 : current)
  return Number.isFinite(value) ? Number(value.toPrecision(15)) : null
}
