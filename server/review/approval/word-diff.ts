import { diffWordsWithSpace } from 'diff'
import type { Rationale, RationaleNode } from '../../claim/rationale'
import type { FrozenClaim, FrozenSource } from '../submission'

/** A run of words, or a citation (its source's id), as it was kept, added or removed. */
export type DiffPart = { change: 'same' | 'added' | 'removed' } & ({ text: string } | { source: string })
export type DiffLine = DiffPart[]

/** What differs between two texts, word by word; each line of the text is a line of the answer. */
export function diffText(before: string, after: string): DiffLine[] {
  return linesOf(before, after, [])
}

/** What differs between two rationales, word by word, with citations told apart by the source they name. */
export function diffRationale(before: Rationale, after: Rationale): DiffLine[] {
  const sources: string[] = []
  return linesOf(writtenOut(before, sources), writtenOut(after, sources), sources)
}

/** What differs between the sources of two versions: the newer ones in their order, then those that were removed. */
export function diffSources(before: FrozenSource[], after: FrozenSource[]): SourceChange[] {
  const kept = after.map((source, index): SourceChange => {
    const earlier = before.find(({ id }) => id === source.id)
    if (!earlier) return { change: 'added', number: index + 1, source, earlier: null }
    const isSame = JSON.stringify(sorted(earlier)) === JSON.stringify(sorted(source))
    return { change: isSame ? 'same' : 'changed', number: index + 1, source, earlier }
  })
  const removed = before.flatMap((source, index): SourceChange[] =>
    after.some(({ id }) => id === source.id)
      ? []
      : [{ change: 'removed', number: index + 1, source, earlier: source }],
  )
  return [...kept, ...removed]
}
export type SourceChange = {
  change: 'same' | 'added' | 'changed' | 'removed'
  number: number
  source: FrozenSource
  earlier: FrozenSource | null
}

/** Whether two versions differ in a part; what an unchanged part shows is shorter. */
export function isSamePart(before: FrozenClaim, after: FrozenClaim, part: keyof FrozenClaim): boolean {
  return JSON.stringify(sorted(before[part])) === JSON.stringify(sorted(after[part]))
}

// A citation becomes one character of the private use area, so that it is compared as one word of its own.
const firstCitation = 0xe000

function writtenOut(rationale: Rationale, sources: string[]): string {
  return rationale.content.flatMap((node) => linesIn(node, sources)).join('\n')
}

function linesIn(node: RationaleNode, sources: string[]): string[] {
  if (node.type === 'text' || node.type === 'citation') return [runIn(node, sources)]
  if (node.type === 'paragraph') return [node.content.map((child) => runIn(child, sources)).join('')]
  return node.content.flatMap((child) => linesIn(child, sources))
}

function runIn(node: RationaleNode, sources: string[]): string {
  if (node.type === 'text') return node.text.replace(/[\ue000-\uf8ff]/g, '\ufffd')
  if (node.type !== 'citation') return ''
  const { source } = node.attrs
  if (!sources.includes(source)) sources.push(source)
  return String.fromCharCode(firstCitation + sources.indexOf(source))
}

function linesOf(before: string, after: string, sources: string[]): DiffLine[] {
  const lines: DiffLine[] = [[]]
  for (const { change, value } of inPhrases(runsOf(before, after))) {
    for (const [index, line] of value.split('\n').entries()) {
      if (index > 0) lines.push([])
      lines.at(-1)?.push(...partsOf(line, sources).map((part) => ({ ...part, change }) satisfies DiffPart))
    }
  }
  return lines.filter((line) => line.length > 0)
}

type Run = { change: DiffPart['change']; value: string }

function runsOf(before: string, after: string): Run[] {
  return diffWordsWithSpace(before, after).map(({ added, removed, value }) => ({
    change: added ? 'added' : removed ? 'removed' : 'same',
    value,
  }))
}

/**
 * Sets words that were kept by chance between changed ones with the changes around them: a sentence that was
 * written anew reads as one deletion and one insertion, not word by word. Citations and line ends stand between.
 */
function inPhrases(runs: Run[]): Run[] {
  const phrases: Run[] = []
  let group: Run[] = []
  const close = () => {
    const without = (change: Run['change']) =>
      group.map((run) => (run.change === change ? '' : run.value)).join('')
    const [removed, added] = [without('added'), without('removed')]
    // A space that both end with was neither removed nor added.
    const space = removed.endsWith(' ') && added.endsWith(' ') ? 1 : 0
    phrases.push(
      { change: 'removed', value: removed.slice(0, removed.length - space) },
      { change: 'added', value: added.slice(0, added.length - space) },
      { change: 'same', value: ' '.repeat(space) },
    )
    group = []
  }
  for (const [index, run] of runs.entries()) {
    if (run.change !== 'same') group.push(run)
    else if (group.length && isChance(run, runs, index)) group.push(run)
    else {
      close()
      phrases.push(run)
    }
  }
  close()
  return phrases.filter(({ value }) => value !== '')
}

/** Whether kept words are no more than a joint: a space, or fewer letters than what changed on either side of them. */
function isChance({ value }: Run, runs: Run[], index: number): boolean {
  if (/[\n\ue000-\uf8ff]/.test(value) || index === runs.length - 1) return false
  if (!value.trim()) return true
  const changedBefore = lengthOf(runs.slice(0, index).toReversed())
  const changedAfter = lengthOf(runs.slice(index + 1))
  return value.trim().length * 3 <= Math.min(changedBefore, changedAfter)
}

/** How many letters changed in a row, counted from the beginning of the runs. */
function lengthOf(runs: Run[]): number {
  const end = runs.findIndex(({ change }) => change === 'same')
  return runs.slice(0, end < 0 ? runs.length : end).reduce((sum, { value }) => sum + value.length, 0)
}

function partsOf(line: string, sources: string[]): ({ text: string } | { source: string })[] {
  const pieces = line.split(/([\ue000-\uf8ff])/).filter((piece) => piece !== '')
  return pieces.map((piece) => {
    const source = sources[piece.charCodeAt(0) - firstCitation]
    return source === undefined ? { text: piece } : { source }
  })
}

/** Rows come back from JSON columns with their keys in another order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}
