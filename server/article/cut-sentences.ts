/** How much is cut at once, in UTF-16 units. */
const window = 8_000

/**
 * Where a segmenter of sentences cuts a text, in order. By itself `Intl.Segmenter` takes time that grows with the square of
 * a text's length (32,000 words: 1.7 s), so a long one is cut a stretch at a time: what could depend on words
 * behind the stretch is cut again with them.
 */
export function* cutSentences(
  text: string,
  segmenter: Intl.Segmenter,
): Generator<{ segment: string; index: number }> {
  let from = 0
  let length = window
  while (from < text.length) {
    const isLast = from + length >= text.length
    const cuts = [...segmenter.segment(text.slice(from, from + length))]
    const sure = isLast ? cuts : cuts.slice(0, -2)
    for (const { segment, index } of sure) yield { segment, index: from + index }
    const end = sure.at(-1)
    if (end) [from, length] = [from + end.index + end.segment.length, window]
    else length *= 2
  }
}
