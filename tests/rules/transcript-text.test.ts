import { expect, test } from 'vitest'
import { extractTranscript, isTranscript } from '../../server/article/extract/file/transcript-text'

const blocksOf = (raw: string) => extractTranscript(raw).blocks

test('captions become turns: who speaks, from which second, in whole sentences', () => {
  const srt = `1
00:00:04,200 --> 00:00:06,000
ANNA WEIR: The dam was
known to be cracked.

2
00:00:06,500 --> 00:00:08,000
For years.

3
01:00:09,000 --> 01:00:11,000
TOM BERG: By whom?
`
  expect(blocksOf(srt)).toEqual([
    {
      ...{
        kind: 'paragraph',
        text: 'The dam was known to be cracked. For years.',
        speaker: 'ANNA WEIR',
        at: 4,
      },
      moments: [[33, 6]],
    },
    { kind: 'paragraph', text: 'By whom?', speaker: 'TOM BERG', at: 3609 },
  ])
})

test('WebVTT names its voices; notes, styles and settings are no words', () => {
  const vtt = `WEBVTT - A talk

NOTE made by hand

STYLE
::cue { color: red }

intro
00:04.000 --> 00:06.000 align:start
<v Anna Weir>It was <i>known</i>.</v>

00:07.000 --> 00:08.000
<v.loud Tom Berg>By whom?</v>
`
  expect(blocksOf(vtt)).toEqual([
    { kind: 'paragraph', text: 'It was known.', speaker: 'Anna Weir', at: 4 },
    { kind: 'paragraph', text: 'By whom?', speaker: 'Tom Berg', at: 7 },
  ])
})

test('captions without names are cut at the ends of sentences', () => {
  const cue = (n: number) =>
    `${n}\n00:00:${String(n).padStart(2, '0')},000 --> 00:00:${String(n).padStart(2, '0')},900\nThe wall had been cracked since the spring of that year.\n`
  const blocks = blocksOf(Array.from({ length: 20 }, (_, at) => cue(at + 1)).join('\n'))
  expect(blocks.length).toBeGreaterThan(1)
  expect(blocks.every(({ text }) => text.endsWith('.'))).toBe(true)
  expect(blocks.map(({ at }) => at)).toEqual(blocks.map(({ at }) => at).toSorted((a = 0, b = 0) => a - b))
})

test('captions that a machine wrote, which know no sentences, are cut all the same, and keep their seconds', () => {
  const cue = (n: number) =>
    `00:${String(n).padStart(2, '0')}.000 --> 00:${String(n + 1).padStart(2, '0')}.000\nthe wall had been cracked since the spring of that year\n`
  const blocks = blocksOf(`WEBVTT\n\n${Array.from({ length: 50 }, (_, at) => cue(at)).join('\n')}`)
  expect(blocks.map(({ at }) => at)).toEqual([0, 15, 30, 45])
  expect(blocks.every(({ text }) => text.length < 900)).toBe(true)
})

test.each(['WEBVTT', 'WEBVTT\n\n', '\uFEFFWEBVTT - Empty\n\nNOTE nothing\n'])(
  'captions without a cue have no words: %j',
  (vtt) => {
    expect(blocksOf(vtt)).toEqual([])
  },
)

const pasted = `Hearing on the dam

Anna Weir: The wall was cracked.
Everybody knew.

Tom Berg (0:42): Since when?

Anna Weir: Since 2019.`

test('a pasted transcript keeps names, times and its title', () => {
  const { title, blocks } = extractTranscript(pasted)
  expect(title).toBe('Hearing on the dam')
  expect(blocks).toEqual([
    { kind: 'paragraph', text: 'The wall was cracked. Everybody knew.', speaker: 'Anna Weir' },
    { kind: 'paragraph', text: 'Since when?', speaker: 'Tom Berg', at: 42 },
    { kind: 'paragraph', text: 'Since 2019.', speaker: 'Anna Weir' },
  ])
})

test('times and names may stand in lines of their own', () => {
  const raw =
    '[00:01:02]\nAnna Weir:\nThe wall was cracked.\n\n[00:01:10] Tom Berg: Since when?\n\n[00:01:12] Since 2019.'
  expect(blocksOf(raw)).toEqual([
    { kind: 'paragraph', text: 'The wall was cracked.', speaker: 'Anna Weir', at: 62 },
    { kind: 'paragraph', text: 'Since when?', speaker: 'Tom Berg', at: 70 },
    { kind: 'paragraph', text: 'Since 2019.', at: 72 },
  ])
})

test('an article with a colon here and there is no transcript', () => {
  expect(
    isTranscript('Karsell: The dam gave way.\n\nNobody had acted, the engineers said.\n\nAt 14:02 it broke.'),
  ).toBe(false)
  expect(isTranscript(pasted)).toBe(true)
  expect(isTranscript('')).toBe(false)
})
