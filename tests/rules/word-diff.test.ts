import { expect, test } from 'vitest'
import type { Rationale } from '../../server/claim/rationale'
import { type DiffLine, diffRationale, diffText } from '../../server/claim/word-diff'
import { diffSources, isSamePart } from '../../server/review/approval/version-diff'
import { frozenClaim } from '../../server/review/submission'
import { aClaim, aSource } from '../newsroom'

/** A line as a proofreader writes it: [-removed-], {+added+}, and <source>. */
const written = (lines: DiffLine[]) =>
  lines.map((line) =>
    line
      .map((part) => {
        const inside = 'text' in part ? part.text : `<${part.source}>`
        if (part.change === 'same') return inside
        return part.change === 'added' ? `{+${inside}+}` : `[-${inside}-]`
      })
      .join(''),
  )

const cite = (source: string) => ({ type: 'citation' as const, attrs: { source } })
const text = (words: string) => ({ type: 'text' as const, text: words })
const doc = (...paragraphs: Rationale['content'][]): Rationale => ({
  type: 'doc',
  content: paragraphs.map((content) => ({ type: 'paragraph', content })),
})

test('only the words that differ are marked', () => {
  expect(written(diffText('The dam broke at noon.', 'The dam held at noon.'))).toEqual([
    'The dam [-broke-]{+held+} at noon.',
  ])
})

test('a sentence that was written anew is one deletion and one insertion', () => {
  const lines = diffText('It held until noon, but not longer.', 'It broke before dawn, and nobody woke.')
  expect(written(lines)).toEqual([
    'It [-held until noon, but not longer-]{+broke before dawn, and nobody woke+}.',
  ])
})

test('a word that stayed between two small changes is shown as kept', () => {
  const lines = diffText('Velmora has ever paid this.', 'The government has now paid this.')
  expect(written(lines)).toEqual(['[-Velmora-]{+The government+} has [-ever-]{+now+} paid this.'])
})

test('a citation that was kept stays apart from the words that changed around it', () => {
  const [before, after] = [
    doc([text('As before '), cite('a'), text(' and so on')]),
    doc([text('Quite otherwise '), cite('a'), text(' for good')]),
  ]
  expect(written(diffRationale(before, after))).toEqual([
    '[-As before-]{+Quite otherwise+} <a> [-and so on-]{+for good+}',
  ])
})

test('equal texts have nothing marked', () => {
  expect(written(diffText('The dam broke.', 'The dam broke.'))).toEqual(['The dam broke.'])
})

test('a paragraph that was added is a line of its own', () => {
  const lines = diffRationale(doc([text('One.')]), doc([text('One.')], [text('Two.')]))
  expect(written(lines)).toEqual(['One.', '{+Two.+}'])
})

test('an added citation shows as added, and the words around it as kept', () => {
  const lines = diffRationale(doc([text('True.')]), doc([text('True'), cite('a'), text('.')]))
  expect(written(lines)).toEqual(['True{+<a>+}.'])
})

test('a citation that names another source has changed', () => {
  const lines = diffRationale(doc([text('True '), cite('a')]), doc([text('True '), cite('b')]))
  expect(written(lines)).toEqual(['True [-<a>-]{+<b>+}'])
})

test('a citation that only moved down in number has not changed', () => {
  const lines = diffRationale(doc([cite('b'), cite('a')]), doc([cite('b'), cite('a')]))
  expect(written(lines)).toEqual(['<b><a>'])
})

test('a person cannot forge a citation by typing its hidden character', () => {
  const lines = diffRationale(doc([cite('a')]), doc([cite('a'), text('\ue000')]))
  expect(written(lines)).toEqual(['<a>{+\ufffd+}'])
})

test('words in a list are compared, too', () => {
  const list = (words: string): Rationale => ({
    type: 'doc',
    content: [
      {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text(words)] }] }],
      },
    ],
  })
  expect(written(diffRationale(list('one'), list('two')))).toEqual(['[-one-]{+two+}'])
})

test('sources are added, changed, kept or removed', () => {
  const [kept, changed, removed, added] = [aSource(), aSource(), aSource(), aSource()]
  const changes = diffSources([kept, changed, removed], [added, { ...changed, stance: 'context' }, kept])
  expect(changes.map(({ change, number }) => [change, number])).toEqual([
    ['added', 1],
    ['changed', 2],
    ['same', 3],
    ['removed', 3],
  ])
})

test('the order of keys is not a change', () => {
  const source = aSource()
  const turned = Object.fromEntries(Object.entries(source).reverse()) as typeof source // the same keys and values
  expect(diffSources([source], [turned])[0]?.change).toBe('same')
})

test('a link that changed under the same words is a change of the rationale', () => {
  const link = (href: string): Rationale =>
    doc([{ type: 'text', text: 'here', marks: [{ type: 'link', attrs: { href } }] }])
  const [before, after] = [link('https://a.example/'), link('https://b.example/')].map((rationale) =>
    frozenClaim(aClaim({ id: 'one', sources: [], rationale })),
  )
  expect(before && after && isSamePart(before, after, 'rationale')).toBe(false)
})
