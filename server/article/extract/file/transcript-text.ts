import { lengthOf } from '../../../claim/quote'
import { normaliseText } from '../../frozen-text'
import { type Block, type Extraction, extractionOf } from '../extraction'
import { languageOf } from '../language'

/**
 * What one person says in a row, or a few sentences of it: when it begins, in seconds, where that is known. Of captions,
 * `later` are those that were joined to the first.
 */
type Turn = { speaker: string | null; at: number | null; text: string; later?: Cue[] }
type Cue = { at: number | null; text: string }

/** Words of captions that one voice says are cut at the end of a sentence after so many letters, for the sake of their second. */
const longTurn = 400

/** Captions that a machine wrote have no sentences: after so many letters they are cut where the next is shown. */
const longestTurn = 800

/** Whether a text is what was said, line by line with names or times; two such lines may be chance. */
export function isTranscript(raw: string): boolean {
  const lines = raw.split(/\r?\n/).filter((line) => line.trim() !== '')
  if (lines.length === 0) return false
  if (/^\uFEFF?WEBVTT|-->/.test(raw.slice(0, 2000))) return true
  const spoken = lines.map(readLine)
  const timed = spoken.filter(({ at }) => at !== null).length
  const named = spoken.flatMap(({ speaker }) => speaker ?? [])
  const returns = named.length - new Set(named).size
  return (
    (timed >= 3 && timed >= lines.length / 4) ||
    (returns >= 1 && named.length >= 3 && named.length >= lines.length / 2)
  )
}

/** Reads captions (.srt, .vtt) or a pasted transcript: a block for each turn, with who speaks and from which second. */
export function extractTranscript(raw: string): Extraction {
  const text = raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const isCaptions = /^WEBVTT(?:\s|$)|-->/.test(text)
  const title = isCaptions ? null : titleIn(text)
  const turns = isCaptions
    ? joined(cuesIn(text))
    : turnsIn(title ? text.trimStart().replace(/^.*\n/, '') : text)
  const blocks = turns.map(blockOf).filter((block) => block.text !== '')
  const language = languageOf(blocks.map((block) => block.text).join('\n'))
  return extractionOf(
    {
      title: title ? { value: title, from: 'page' } : null,
      ...{ byline: null, published: null, updated: null, publisher: null, standfirst: null },
      language: language ? { value: language, from: 'page' } : null,
    },
    blocks,
  )
}

function blockOf({ speaker, at, text, later = [] }: Turn): Block {
  const first = normaliseText(text)
  const { whole, moments: all } = later.reduce<Spoken>(followedBy, { whole: first, moments: [] })
  const moments = all.filter(([, second], index) => second !== (all[index - 1]?.[1] ?? at))
  return {
    kind: 'paragraph',
    text: whole,
    ...(speaker !== null && { speaker }),
    ...(at !== null && { at }),
    ...(moments.length > 0 && { moments }),
  }
}

type Spoken = { whole: string; moments: [number, number][] }

function followedBy({ whole, moments }: Spoken, cue: Cue): Spoken {
  const words = normaliseText(cue.text)
  if (words === '') return { whole, moments }
  const start = whole === '' ? 0 : lengthOf(whole) + 1
  return {
    whole: whole === '' ? words : `${whole} ${words}`,
    moments: cue.at === null ? moments : [...moments, [start, cue.at]],
  }
}

const timing = /^(?<from>(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3})\s+-->\s+/

// A cue is a line of times and the lines below it, up to an empty one; notes and styles of WebVTT have no times.
function cuesIn(text: string): Turn[] {
  return text.split(/\n{2,}/).flatMap((piece) => {
    const lines = piece.split('\n')
    const at = lines.findIndex((line) => timing.test(line))
    const from = timing.exec(lines[at] ?? '')?.groups?.from
    if (from === undefined) return []
    return voicesIn(lines.slice(at + 1).join('\n'), secondsOf(from))
  })
}

// WebVTT says who speaks as <v Name>, others at the beginning of a line; a dash begins another voice, unnamed.
function voicesIn(said: string, at: number): Turn[] {
  const voices = said.split(/(?=<v[ .])/)
  return voices.flatMap((voice) => {
    const named = /^<v(?:\.[\w.-]+)?\s+([^>]+)>/.exec(voice)?.[1] ?? null
    const plain = voice.replace(/<[^>]*>/g, '').replace(/\{\\[^}]*\}/g, '')
    return plain
      .split('\n')
      .map((line) => ({ ...readLine(line), at }))
      .map((line) => ({ ...line, speaker: named ? normaliseText(named) : line.speaker }))
      .filter(({ text }) => text.trim() !== '')
  })
}

function joined(cues: Turn[]): Turn[] {
  const turns: Turn[] = []
  for (const cue of cues) {
    const last = turns.at(-1)
    // Who goes on is not named again.
    const goesOn = last && (cue.speaker === null || cue.speaker === last.speaker)
    const isFull = last && isLong(saidIn(last))
    if (goesOn && !isFull && !cue.text.startsWith('- ')) last.later = [...(last.later ?? []), cue]
    else
      turns.push({
        ...cue,
        speaker: goesOn && isFull ? last.speaker : cue.speaker,
        text: cue.text.replace(/^- /, ''),
      })
  }
  return turns
}

const saidIn = ({ text, later = [] }: Turn) => [text, ...later.map((cue) => cue.text)].join(' ')

function isLong(text: string): boolean {
  return (text.length > longTurn && /[.!?。！？]["'”’)]?$/u.test(text)) || text.length > longestTurn
}

function turnsIn(text: string): Turn[] {
  const turns: Turn[] = []
  let isNew = true
  for (const line of text.split('\n')) {
    if (line.trim() === '') {
      isNew = true
      continue
    }
    const read = readLine(line)
    const last = turns.at(-1)
    if (read.text === '' || !last || read.speaker !== null || read.at !== null) turns.push(read)
    // The time or the name may stand in a line of its own above what is said.
    else if (last.text === '') last.text = read.text
    else if (isNew) turns.push({ ...read, speaker: last.speaker })
    else last.text += ` ${read.text}`
    isNew = false
  }
  return merged(turns)
}

// A name below its time, or a time below its name, is one beginning.
function merged(turns: Turn[]): Turn[] {
  const whole: Turn[] = []
  for (const turn of turns) {
    const last = whole.at(-1)
    if (last && last.text === '')
      whole[whole.length - 1] = {
        speaker: turn.speaker ?? last.speaker,
        at: turn.at ?? last.at,
        text: turn.text,
      }
    else whole.push(turn)
  }
  return whole
}

const stamp = /^\s*[[(]?(?<at>(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)[\])]?\s*(?:[-–—:]\s*)?/u
const name =
  /^(?<speaker>\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+(?:\p{Lu}|d[aei]|van|von|de|al|bin)[\p{L}\p{M}'’.-]*){0,4}|[\p{Lo}\p{M}]{2,20}(?:\s[\p{Lo}\p{M}]{1,20}){0,2})\s*(?<time>[[(]?(?:\d{1,2}:)?\d{1,2}:\d{2}[\])]?)?\s*[:：]\s*(?=\S|$)/u

function readLine(line: string): Turn {
  const stamped = stamp.exec(line)?.groups?.at
  const rest = stamped === undefined ? line.trim() : line.replace(stamp, '').trim()
  const { speaker, time } = name.exec(rest)?.groups ?? {}
  const at = stamped ?? time?.replace(/[[\]()]/g, '')
  return {
    speaker: speaker ? normaliseText(speaker) : null,
    at: at === undefined ? null : secondsOf(at),
    text: speaker ? rest.replace(name, '').trim() : rest,
  }
}

// The first line is the title where it is no turn and an empty line follows.
function titleIn(text: string): string | null {
  const [, first] = /^\s*([^\n]{3,150})\n\s*\n/.exec(text) ?? []
  if (!first) return null
  const { speaker, at } = readLine(first)
  return speaker === null && at === null ? normaliseText(first) : null
}

/** A time of captions in seconds, without the part of one. */
function secondsOf(time: string): number {
  const [seconds = 0, minutes = 0, hours = 0] = time.replace(',', '.').split(':').reverse().map(Number)
  return Math.floor(hours * 3600 + minutes * 60 + seconds)
}
