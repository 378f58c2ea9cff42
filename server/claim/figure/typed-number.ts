/**
 * The number that somebody typed into a field: null for an empty one, undefined for what is no number yet. Digits may be
 * Arabic or Persian and grouped in any usual way; a comma before three digits groups them, as in "3,500", and before any
 * other number of them it begins a fraction, as in "3,5".
 */
export function typedNumber(text: string): number | null | undefined {
  const typed = inAscii(text).replace(/[\s'’]/gu, '')
  if (typed === '') return null
  const plain = ungrouped(typed)
  return /^-?\d*\.?\d+\.?$/.test(plain) ? Number(plain) : undefined
}

/** Signs of other scripts as those of English; the Arabic sign that groups is a comma that can be nothing else. */
const inAscii = (text: string) =>
  text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/٬/g, '')
    .replace(/٫/g, '.')
    .replace(/[−–]/g, '-')

function ungrouped(typed: string): string {
  if (/^-?\d{1,3}(,\d{3})+(\.\d*)?$/.test(typed)) return typed.replaceAll(',', '')
  // As in India, where all groups but the last have two digits.
  if (/^-?\d{1,2}(,\d{2})+,\d{3}(\.\d*)?$/.test(typed)) return typed.replaceAll(',', '')
  if (/^-?\d{1,3}(\.\d{3})+,\d+$/.test(typed)) return typed.replaceAll('.', '').replace(',', '.')
  if (/^-?\d{1,3}(\.\d{3}){2,}$/.test(typed)) return typed.replaceAll('.', '')
  return /^-?\d*,\d+$/.test(typed) ? typed.replace(',', '.') : typed
}
