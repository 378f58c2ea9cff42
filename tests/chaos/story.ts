import fc from 'fast-check'

/** What somebody does, or what goes wrong; `who` and `which` are taken modulo how many there are. */
export type Step =
  | { what: 'mark' | 'undo' | 'undo-typing'; who: number }
  | {
      what: 'type' | 'erase' | 'paragraph' | 'source' | 'verdict' | 'delete' | 'restore'
      who: number
      which: number
    }
  | { what: 'cut' | 'hold' | 'heal'; who: number }
  | { what: 'lose-out' | 'lose-in'; who: number; count: number }
  | { what: 'restart' }
  | { what: 'kill' }

/** Some people, and what happens to them; after each step so many ms pass, as they do between people's acts. */
export type Story = { people: number; steps: { step: Step; pause: number }[] }

const who = fc.nat(7)
const which = fc.nat(11)
const count = fc.integer({ min: 1, max: 3 })

const often = fc.record({ what: fc.constantFrom('type' as const, 'paragraph', 'erase'), who, which })
const sometimes = fc.record({
  what: fc.constantFrom('source' as const, 'verdict', 'delete', 'restore'),
  who,
  which,
})
const alone = fc.record({ what: fc.constantFrom('mark' as const, 'undo', 'undo-typing'), who })
const trouble = fc.record({ what: fc.constantFrom('cut' as const, 'hold', 'heal', 'heal'), who })
const loss = fc.record({ what: fc.constantFrom('lose-out' as const, 'lose-in'), who, count })
const end = fc.record({ what: fc.constantFrom('restart' as const, 'kill', 'kill') })

const step: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: often, weight: 12 },
  { arbitrary: sometimes, weight: 4 },
  { arbitrary: alone, weight: 4 },
  { arbitrary: trouble, weight: 4 },
  { arbitrary: loss, weight: 2 },
  { arbitrary: end, weight: 1 },
)

/** Three to eight people and up to eighty steps. */
export const stories: fc.Arbitrary<Story> = fc.record({
  people: fc.integer({ min: 3, max: 8 }),
  steps: fc.array(fc.record({ step, pause: fc.nat(25) }), { minLength: 30, maxLength: 80, size: 'max' }),
})

/** The story of a seed: the same one every time. */
export function storyOf(seed: number): Story {
  const [story] = fc.sample(stories, { seed, numRuns: 1 })
  if (!story) throw new Error('a sample of one was empty')
  return story
}
