import { type Placement, placementsOf } from '../../../server/article/revised/placement'
import { type Figure, percentile, rounded } from '../figures'
import { type Labelled, revise } from './revisions'
import { stories } from './stories'

const revisionsOfEach = 400

/**
 * How well passages are carried from one revision to the next: labelled pairs of our own stories, changed by chance
 * with a fixed seed. A place is right when it and the labelled one share nine tenths of their letters.
 */
export async function measureAnchoring(): Promise<Figure[]> {
  const chance = seeded(20_261_129)
  const judged: Judged[] = []
  const times: number[] = []
  for (const story of stories) {
    const { language } = story
    for (let count = 0; count < revisionsOfEach; count++) {
      const { before, after, passages } = revise(story, chance)
      const spans = passages.map(({ span }) => span)
      const start = performance.now()
      const placements = placementsOf({ text: before, language }, { text: after, language }, spans)
      times.push(performance.now() - start)
      for (const [index, label] of passages.entries()) {
        const placement = placements[index]
        if (placement) judged.push({ label, placement, language })
      }
    }
  }
  const of = (...kinds: Labelled['expected'][]) =>
    judged.filter(({ label }) => kinds.includes(label.expected))
  const [removed, changed, unchanged] = [
    of('removed'),
    of('edited', 'substantive'),
    of('same', 'cosmetic', 'moved'),
  ]
  const asked = judged.filter(({ placement }) => placement.isDoubtful)
  const calledChanged = judged.filter(({ placement }) => placement.change === 'substantive')
  const substantive = of('substantive')
  return [
    figure(
      'deleted passages put elsewhere',
      share(removed, ({ placement }) => placement.span !== null),
      0.5,
      removed,
    ),
    figure(
      'of these without asking a person',
      share(removed, ({ placement }) => placement.span !== null && !placement.isDoubtful),
      undefined,
      removed,
    ),
    { ...figure('changed passages put right', share(changed, isRight), 90, changed), atLeast: true },
    { ...figure('unchanged passages put right', share(unchanged, isRight), 99.9, unchanged), atLeast: true },
    figure(
      'substantive changes that are called so (recall)',
      share(substantive, isCalledSo),
      undefined,
      substantive,
    ),
    ...[...new Set(stories.map(({ language }) => language))].map((language) =>
      recallIn(language, substantive),
    ),
    figure(
      'called substantive that are (precision)',
      share(calledChanged, ({ label }) => label.expected === 'substantive'),
      undefined,
      calledChanged,
    ),
    figure('passages a person is asked about', (asked.length / judged.length) * 100, undefined, judged),
    {
      name: 'carrying the passages of one revision, p95',
      value: rounded(percentile(times, 0.95)),
      unit: 'ms',
    },
  ]
}

type Judged = { label: Labelled; placement: Placement; language: string }

const isCalledSo = ({ placement }: Judged) => placement.change === 'substantive'

function recallIn(asked: string, substantive: readonly Judged[]): Figure {
  const own = substantive.filter(({ language }) => language === asked)
  return figure(`the same in ${asked}`, share(own, isCalledSo), undefined, own)
}

function figure(name: string, value: number, bound: number | undefined, among: readonly unknown[]): Figure {
  return { name, value: Math.round(value * 100) / 100, unit: '%', bound, note: `of ${among.length}` }
}

const share = (judged: readonly Judged[], isSo: (one: Judged) => boolean) =>
  (judged.filter(isSo).length / judged.length) * 100

function isRight({ label: { now }, placement: { span } }: Judged): boolean {
  if (!now || !span) return now === span
  const shared = Math.min(now.end, span.end) - Math.max(now.start, span.start)
  const whole = Math.max(now.end, span.end) - Math.min(now.start, span.start)
  return shared / whole >= 0.9
}

/** Numbers between 0 and 1 that the seed alone decides (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
