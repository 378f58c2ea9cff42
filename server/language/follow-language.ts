import { AsyncLocalStorage } from 'node:async_hooks'
import ar from '../../messages/ar.json'
import en from '../../messages/en.json'
import ko from '../../messages/ko.json'
import type { Locale } from './language'
import { messageIn, type Part } from './parts/part'

// Next's bundle and the server process hold their own copy of this module.
const place = Symbol.for('proofroom.language')

function languages(): AsyncLocalStorage<Locale> {
  const known: AsyncLocalStorage<Locale> | undefined = Reflect.get(globalThis, place)
  const storage = known ?? new AsyncLocalStorage<Locale>()
  if (!known) Reflect.set(globalThis, place, storage)
  return storage
}

/** Does something in a language: every word in it that names no other is said in this one. */
export function inLanguage<T>(locale: Locale, work: () => T): T {
  return languages().run(locale, work)
}

/** The language of the request that is being answered; null for a command, or what happens by itself. */
export function localeOfRequest(): Locale | null {
  return languages().getStore() ?? null
}

/** The same, and English where nobody asks. */
export function currentLocale(): Locale {
  return localeOfRequest() ?? 'en'
}

/** A message of a language; null when there is none of that name. */
export const messageOf = (name: string, locale: Locale): string | null => messageIn(messagesOf(locale), name)

/** On the server all messages are there, whatever part they belong to. */
export const isThere = (_part: Part): boolean => true

/** All messages of a language. */
export function messagesOf(locale: Locale): object {
  return { ar, en, ko, 'en-XA': en }[locale]
}
