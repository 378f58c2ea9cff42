import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { extract } from '../../../server/article/page-text'
import { type Figure, percentile, rounded } from '../figures'
import { dumpOf, textOfDump } from './dumps'
import { measureRawDumps } from './raw-dumps'
import { f1Of, type Match, macro, matchOf, passageCount, shingleMatch } from './score'
import { type SetPage, setsIn } from './sets'

const goals: Record<string, number> = { scrapinghub: 0.97, trafilatura: 0.92 }

type Reader = { name: string; read: (page: SetPage) => string }

const readers: Reader[] = [
  { name: 'ours', read: ({ html, url }) => wordsOf(html, url) },
  { name: 'readability', read: ({ html }) => readabilityAlone(html) },
  { name: 'dumps', read: ({ html }) => textOfDump(dumpOf(html)) },
]

/** Reading raw dumps, and the pages of the public sets in EXTRACTION_SETS: ours, Readability alone, and ours on dumps of their texts. */
export async function measureExtraction(): Promise<Figure[]> {
  return [...measureRawDumps(), ...measureSets()]
}

function measureSets(): Figure[] {
  const folder = process.env.EXTRACTION_SETS
  const sets = folder ? setsIn(folder) : []
  if (sets.length === 0) {
    console.error(
      'Extraction out of pages is not measured: EXTRACTION_SETS names no folder with scrapinghub/ or trafilatura/ in it. Clone scrapinghub/article-extraction-benchmark and adbar/trafilatura under these names into one, and name it.',
    )
    return []
  }
  return sets.flatMap(({ name, pages }) => {
    const read = readers.map((reader) => ({ reader, ...readAll(reader, pages()) }))
    const peer = read.find(({ reader }) => reader.name === 'readability')
    return read.flatMap(({ reader, ...found }) => {
      const note = `${found.count} pages; precision ${found.precision.toFixed(3)}, recall ${found.recall.toFixed(3)}`
      const f1: Figure = { name: figureName(name, reader.name, 'F1'), value: found.f1, unit: '', note }
      if (reader.name === 'dumps')
        return name === 'scrapinghub' ? [{ ...f1, bound: 0.9, atLeast: true }] : [f1]
      if (reader.name !== 'ours') return [f1]
      return [
        { ...f1, bound: goals[name] ?? 0, atLeast: true },
        {
          ...{ name: figureName(name, 'ours', 'MedianMs'), value: rounded(percentile(found.took, 0.5)) },
          ...{
            unit: 'ms',
            bound: 40,
            note: `Readability alone ${rounded(percentile(peer?.took ?? [], 0.5))} ms`,
          },
        },
        {
          ...{ name: figureName(name, 'ours', 'WorstMs'), value: rounded(Math.max(...found.took)) },
          ...{ unit: 'ms', bound: 5000 },
        },
        { name: figureName(name, 'ours', 'Crashes'), value: found.crashes, unit: '', bound: 0 },
      ]
    })
  })
}

function readAll({ read }: Reader, pages: Iterable<SetPage>) {
  const matches: Match[] = []
  const passages = { both: 0, wanted: 0, given: 0 }
  const took: number[] = []
  let crashes = 0
  for (const page of pages) {
    const begun = performance.now()
    let text = ''
    try {
      text = read(page)
    } catch (fault) {
      crashes++
      console.error(`${page.name}: ${fault}`)
    }
    took.push(performance.now() - begun)
    if ('text' in page.truth) matches.push(shingleMatch(page.truth.text, text))
    else add(passages, passageCount(page.truth, text))
  }
  return { count: took.length, took, crashes, ...(matches.length > 0 ? macro(matches) : scoreOf(passages)) }
}

function scoreOf(passages: { both: number; wanted: number; given: number }) {
  const { precision, recall } = matchOf(passages)
  return { precision: precision ?? 0, recall: recall ?? 0, f1: f1Of(precision ?? 0, recall ?? 0) }
}

function add(sum: { both: number; wanted: number; given: number }, count: typeof sum): void {
  sum.both += count.both
  sum.wanted += count.wanted
  sum.given += count.given
}

// The sets' texts hold neither pictures' alternative texts nor, but for a few pages, captions.
function wordsOf(html: string, url: string): string {
  return extract(html, url)
    .blocks.filter((block) => block.kind !== 'picture' && block.kind !== 'caption')
    .map((block) => block.text)
    .join('\n\n')
}

function readabilityAlone(html: string): string {
  const { document } = parseHTML(html)
  return new Readability(document).parse()?.textContent ?? ''
}

function figureName(set: string, reader: string, figure: string): string {
  const named = reader === 'ours' ? set : `${set}${reader[0]?.toUpperCase()}${reader.slice(1)}`
  return `extraction${named[0]?.toUpperCase()}${named.slice(1)}${figure}`
}
