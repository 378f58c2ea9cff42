import type { BlockKind } from '../../article/extract/extraction'
import { type Lexicon, type List, lexiconOf } from './lexicon'

/** What can be seen of a sentence that tells whether it is worth checking. */
export const features = [
  'number',
  'percent',
  'money',
  'unit',
  'date',
  'year',
  'quantity',
  'superlative',
  'comparison',
  'change',
  'cause',
  'name',
  'authority',
  'attribution',
  'evidence',
  'law',
  'harm',
  'negation',
  'quote',
  'hedge',
  'future',
  'opinion',
  'first-person',
  'reader',
  'question',
  'exclamation',
  'long',
  'short',
  'early',
  'heading',
] as const
export type Feature = (typeof features)[number]

/** A sentence with where it stands: in which kind of block, and how far into the article, from 0 to 1. */
export type Placed = { text: string; kind: BlockKind; place: number }

/** How strongly each feature shows, from 0 to 1; most are there or not. */
export function featuresOf({ text, kind, place }: Placed, language: string | null): Record<Feature, number> {
  const lexicon = lexiconOf(language)
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.,-]*/gu) ?? []
  const found = lexicon.find(text)
  const says = (list: List) => Number(found.has(list))
  return {
    // "Covid-19" and "G7" are names. A number in words is often no more than "the two countries".
    number: Number(/(?<![\p{L}\p{N}-])\d/u.test(text)) || says('number') / 2,
    percent: Number(/\d\s?[%‰]/.test(text)) || says('percent'),
    money: Number(/[€$£¥]\s?\d|\d\s?[€$£¥]|\b(?:EUR|USD|GBP|CHF)\b/.test(text)) || says('money'),
    unit: says('unit'),
    date: says('date'),
    year: Number(/\b(?:1[5-9]|20)\d\d\b/.test(text)),
    quantity: says('quantity'),
    superlative: says('superlative'),
    comparison: says('comparison'),
    change: says('change'),
    cause: says('cause'),
    name: Math.min(1, namesIn(text, lexicon) / 3),
    authority: says('authority'),
    attribution: says('attribution'),
    evidence: says('evidence'),
    law: says('law'),
    harm: says('harm'),
    negation: says('negation'),
    quote: Number(/["“”„«»]/.test(text)),
    hedge: says('hedge'),
    future: says('future'),
    opinion: says('opinion'),
    'first-person': says('firstPerson'),
    reader: says('reader') || Number(lexicon.beginsAsOrder(text)),
    question: Number(/\?["”’»“)]*$/.test(text)),
    exclamation: Number(/!["”’»“)]*$/.test(text)),
    long: Math.min(1, words.length / 30),
    short: Number(words.length < 6),
    early: Number(place < 0.25),
    heading: Number(kind === 'heading' || kind === 'caption'),
  }
}

/** How many names stand behind the first word: words with a capital letter, and where all nouns have one, only such in a row. */
function namesIn(text: string, { hasNounsInCapitals }: Lexicon): number {
  const behind = text.replace(/^[^\p{L}]*[\p{L}\p{N}’'.-]+/u, '')
  const acronyms = behind.match(/\b\p{Lu}{2,}\b/gu) ?? []
  const name = hasNounsInCapitals
    ? /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+)+/gu
    : /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}+(?:[\s-]+\p{Lu}\p{Ll}+)*/gu
  return acronyms.length + (behind.match(name) ?? []).length
}
