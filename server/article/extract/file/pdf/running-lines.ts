import type { Line } from './pdf-lines'

/** How much of a page, from its top and from its bottom, may hold what runs along on every page. */
const margin = 0.12

/** The lines without heads, feet and page numbers: what stands at the top or the bottom of several pages, numbers aside. */
export function withoutRunning(lines: Line[], pages: number): Line[] {
  if (pages < 2) return lines
  const times = new Map<string, Set<number>>()
  for (const line of lines) {
    if (!isInMargin(line)) continue
    const seen = times.get(formOf(line)) ?? new Set()
    times.set(formOf(line), seen.add(line.page))
  }
  // Heads of left and right pages differ; a report's first page often has none.
  const enough = Math.max(2, Math.floor(pages * 0.3))
  return lines.filter((line) => !isInMargin(line) || (times.get(formOf(line))?.size ?? 0) < enough)
}

const isInMargin = ({ depth }: Line) => depth < margin || depth > 1 - margin

const numeral = /^(?:[-–—]\s*)?(?:\d+|[ivxlc]+)(?:\s*[-–—])?$/i

// Two are the same where only numbers differ and they stand as far down the page.
function formOf({ text, depth }: Line): string {
  const words = numeral.test(text) ? '#' : text.replace(/\d+/g, '#').toLowerCase()
  return `${words} ${depth < 0.5 ? 'top' : 'bottom'}`
}
