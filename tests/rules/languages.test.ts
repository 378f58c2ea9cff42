import IntlMessageFormat from 'intl-messageformat'
import { expect, test } from 'vitest'
import { languages } from '../../db/vocabulary'
import { inLanguage, messagesOf } from '../../server/language/follow-language'
import { directionOf, languageAsked, ownName } from '../../server/language/language'
import { words } from '../../server/words'

type Ast = ReturnType<IntlMessageFormat['getAst']>

/** All messages of a language by their dotted names. */
function flat(tree: object, above = ''): [string, string][] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [[above + name, value]] : flat(value, `${above}${name}.`),
  )
}

const parsed = (text: string, language: string): Ast =>
  new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst()

/** What a message is given, each by its name; `#` is the count again. */
function argumentsOf(message: Ast): Set<string> {
  return new Set(
    message.flatMap((part) => {
      if (!('value' in part) || part.type === 0) return []
      const inside = 'options' in part ? Object.values(part.options).map((option) => option.value) : []
      return [part.value, ...inside.flatMap((one) => [...argumentsOf(one)])]
    }),
  )
}

/** The choices a message makes by a count, each with its branches; exact ones such as `=0` aside. */
function pluralsOf(message: Ast): string[][] {
  return message.flatMap((part) => {
    if (!('options' in part)) return []
    const inside = Object.values(part.options).flatMap((option) => pluralsOf(option.value))
    return 'pluralType' in part ? [Object.keys(part.options), ...inside] : inside
  })
}

const translated = languages.filter((language) => language !== 'en')
const english = new Map(flat(messagesOf('en')))

test.each(languages)('%s has a sentence for everything that is said, and for nothing else', (language) => {
  const own = new Map(flat(messagesOf(language)))
  expect([...english.keys()].filter((name) => !own.has(name))).toEqual([])
  expect([...own.keys()].filter((name) => !english.has(name))).toEqual([])
  expect([...own].filter(([, text]) => text === '').map(([name]) => name)).toEqual(
    [...english].filter(([, text]) => text === '').map(([name]) => name),
  )
})

test.each(languages)('%s says in each sentence what the English one is given', (language) => {
  const differing = flat(messagesOf(language)).flatMap(([name, text]) => {
    const [wanted, said] = [english.get(name) ?? '', text].map((one) =>
      [...argumentsOf(parsed(one, language))].sort().join(),
    )
    return wanted === said ? [] : [`${name}: ${wanted} ≠ ${said}`]
  })
  expect(differing).toEqual([])
})

test.each(translated)('%s has a form for every count', (language) => {
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const lacking = flat(messagesOf(language)).flatMap(([name, text]) =>
    pluralsOf(parsed(text, language)).flatMap((branches) => {
      const exact = branches.filter((branch) => branch.startsWith('=')).map((branch) => branch.slice(1))
      // `=1` says what `one` would, as in English and Arabic it is that number alone.
      const said = new Set([...branches, ...exact.map((count) => nameOfCount[count] ?? '')])
      return categories.filter((one) => !said.has(one)).map((one) => `${name} lacks ${one}`)
    }),
  )
  expect(lacking).toEqual([])
})

const nameOfCount: Record<string, string> = { 0: 'zero', 1: 'one', 2: 'two' }

test('a browser is spoken to in the language it asks for first, among those there are', () => {
  const asked = (accepted: string) => languageAsked({ 'accept-language': accepted })
  expect(asked('ko-KR,ko;q=0.9,en;q=0.8')).toBe('ko')
  expect(asked('fr-FR,fr;q=0.9,ar;q=0.5,en;q=0.8')).toBe('en')
  expect(asked('de,ar-EG;q=0.3')).toBe('ar')
  expect(asked('ko;q=0, ar')).toBe('ar')
  expect(asked('')).toBe('en')
  expect(languageAsked({})).toBe('en')
})

test('who has chosen a language is spoken to in that one', () => {
  expect(languageAsked({ cookie: 'a=1; language=ar', 'accept-language': 'ko' })).toBe('ar')
  expect(languageAsked({ cookie: 'language=xx', 'accept-language': 'ko' })).toBe('ko')
  expect(languageAsked({ cookie: 'otherlanguage=ar' })).toBe('en')
})

test('a word is said in the language of the request that asks for it', async () => {
  const t = words()
  const cancel = async (language: 'ko' | 'ar') =>
    inLanguage(language, async () => {
      await Promise.resolve()
      return t('ui.cancel')
    })
  expect(await Promise.all([cancel('ko'), cancel('ar')])).toEqual([
    words('ko')('ui.cancel'),
    words('ar')('ui.cancel'),
  ])
  expect(t('ui.cancel')).toBe('Cancel')
})

test('an Arabic page counts with the digits of its addresses, and in all six forms', () => {
  const said = [0, 1, 2, 5, 11, 100].map((count) => words('ar')('since.claims', { count }))
  expect(new Set(said).size).toBe(6)
  expect(said[3]).toContain('5')
})

test('each language is offered by its own name, and Arabic is written from the right', () => {
  expect(languages.map(ownName)).toEqual(['English', '한국어', 'العربية'])
  expect([...languages, 'he-IL', 'de'].map(directionOf)).toEqual(['ltr', 'ltr', 'rtl', 'rtl', 'ltr'])
})

test('the pseudo language leaves what a message is given as it is, and brackets the rest', () => {
  const said = words('en-XA')('invite.title', { desk: 'Harbour' })
  expect(said).toMatch(/^⟦.*Harbour.*~⟧$/)
  expect(said.replace('Harbour', '')).not.toMatch(/[ACEaeio]/)
  expect(said.length).toBeGreaterThan(words('en')('invite.title', { desk: 'Harbour' }).length * 1.3)
})

test('a value that is written the other way stands apart in its sentence, and nothing else does', () => {
  const apart = (text: string) => `\u2068${text}\u2069`
  expect(words('ar')('public.checkedBy', { names: 'Lena Sørby' })).toContain(apart('Lena Sørby'))
  expect(words('en')('public.checkedBy', { names: 'لينا' })).toContain(apart('لينا'))
  for (const [locale, names] of [
    ['en', 'Lena Sørby'],
    ['ko', 'Lena'],
    ['ar', 'لينا'],
    ['ar', '12'],
    ['ar', 'https://a.example/1'],
    ['ar', 'ines@mail.example'],
  ] as const)
    expect(words(locale)('public.checkedBy', { names })).not.toContain('\u2068')
})
