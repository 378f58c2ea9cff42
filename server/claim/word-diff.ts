import { diffWordsWithSpace } from 'diff'
import type { Rationale, RationaleNode } from './rationale'

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
