import type { Span } from './quote'

/** A quote in the text with its line: 0 close under the words, 1 below that, null for a third that gets none. */
export type Marked = Span & { id: string; line: 0 | 1 | null }

/** A stretch of text with the same claims all along; no two overlap and none holds another. */
export type Segment = Span & { claims: Marked[] }

/**
 * Gives each quote the line under the text that is free along all of it. Quotes come in the order of the text;
 * positions are code points.
 */
export function markedLines(quotes: readonly (Span & { id: string })[]): Marked[] {
  const takenUntil = [0, 0]
  return quotes.map(({ id, start, end }) => {
    const line = takenUntil.findIndex((taken) => taken <= start)
    if (line < 0) return { id, start, end, line: null }
    takenUntil[line] = end
    return { id, start, end, line: line === 0 ? 0 : 1 }
  })
}

/**
 * Cuts a stretch of text wherever a quote begins or ends: first to last without gap, those outside any quote with
 * no claims. The shortest claim of a segment comes first, as it is the one a person points at.
 */
export function segmentsOf(stretch: Span, quotes: readonly Marked[]): Segment[] {
  const inside = quotes.filter((quote) => quote.start < stretch.end && quote.end > stretch.start)
  const cuts = new Set([stretch.start, stretch.end])
  for (const { start, end } of inside) {
    cuts.add(Math.max(start, stretch.start))
    cuts.add(Math.min(end, stretch.end))
  }
  const places = [...cuts].sort((one, other) => one - other)
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? stretch.end
    const claims = inside.filter((quote) => quote.start <= start && quote.end >= end)
    return { start, end, claims: claims.toSorted((one, other) => lengthOf(one) - lengthOf(other)) }
  })
}

const lengthOf = ({ start, end }: Span) => end - start

/** Which claim a press on a segment opens: the shortest, and the next one each time it is pressed again. */
export function claimAt(claims: readonly string[], openId: string | null): string | null {
  const open = openId === null ? -1 : claims.indexOf(openId)
  return claims[(open + 1) % claims.length] ?? null
}

/** Stretches of one block that the screen shows as a text of their own: a table's cells, else the whole block. */
export type Run = Span & { text: string }

/** A table's text as cells with their places, row by row. */
export function cellRuns(text: string, start: number): Run[][] {
  let at = start
  return text.split('\n').map((row) =>
    row.split('\t').map((cell) => {
      const run = { start: at, end: at + Array.from(cell).length, text: cell }
      at = run.end + 1
      return run
    }),
  )
}
