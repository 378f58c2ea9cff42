import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { extractText } from '../../../server/article/plain-text'
import { answers, digest, dumpsIn, linesOf } from '../../pages/dump-answers'
import type { Figure } from '../figures'
import { type Count, f1Of, matchOf } from './score'

/** Reading raw dumps of pages as they were copied or printed: those of ARTICLES_DIR and our own that have answers, line by line. */
export function measureRawDumps(): Figure[] {
  const folders = [join('tests', 'pages'), ...(process.env.ARTICLES_DIR ? [process.env.ARTICLES_DIR] : [])]
  const dumps = folders.flatMap(dumpsIn).filter(({ name }) => answers[name])
  const all: Count = { both: 0, wanted: 0, given: 0 }
  for (const { name, path } of dumps) {
    const count = countLines(
      answers[name]?.body ?? [],
      linesOf(extractText(readFileSync(path, 'utf8'))).map(digest),
    )
    all.both += count.both
    all.wanted += count.wanted
    all.given += count.given
  }
  const { precision, recall } = matchOf(all)
  const note = `${all.wanted} lines of ${dumps.length} dumps; precision ${(precision ?? 0).toFixed(3)}, recall ${(recall ?? 0).toFixed(3)}`
  const value = f1Of(precision ?? 0, recall ?? 0)
  return [{ name: 'extractionRawDumpsLineF1', value, unit: '', bound: 0.99, atLeast: true, note }]
}

/** How many lines are in both, each as often as it is in both. */
function countLines(wanted: string[], given: string[]): Count {
  const left = new Map<string, number>()
  for (const line of wanted) left.set(line, (left.get(line) ?? 0) + 1)
  let both = 0
  for (const line of given) {
    const times = left.get(line) ?? 0
    if (times > 0) both += 1
    left.set(line, times - 1)
  }
  return { both, wanted: wanted.length, given: given.length }
}
