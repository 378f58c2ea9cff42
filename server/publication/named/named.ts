import type { NameKind } from '../../../db/vocabulary'
import type { Refusal } from '../../refusal'
import { feedFormats, feedPath, type PublishedClaim, slugOf } from '../publication'

/** Where the checks are listed that name somebody, by how the name stands in an address. */
export const namedPath = (kind: NameKind, slug: string) => `/${kind}s/${encodeURI(slug)}`

/** A name and how it stands in an address: spellings that differ in case and accents alone are one. */
export type Named = { kind: NameKind; name: string; spelling: string }

/** What a check names: who said it and who published it, where that is known, and its topics, each once. */
export function namesIn({ claim, article, topics }: PublishedClaim): Named[] {
  const named = [nameOf('speaker', claim.speaker), nameOf('outlet', article.publisher ?? '')]
  return [...named.flatMap((one) => one ?? []), ...topicsIn({ topics })]
}

/** The topics of a check; of two that differ in case and accents alone the first. */
export function topicsIn({ topics }: Pick<PublishedClaim, 'topics'>): Named[] {
  const named = topics.flatMap((topic) => nameOf('topic', topic) ?? [])
  return named.filter(({ spelling }, place) => named.findIndex((one) => one.spelling === spelling) === place)
}

/** What the feeds of a topic are called. */
export const topicFeed = (slug: string) => namedPath('topic', slug).slice(1)

/** All that is made of a name: its page, and of a topic its feeds. */
export function pathsOfName(kind: NameKind, slug: string): string[] {
  const feeds = kind === 'topic' ? feedFormats.map((format) => feedPath(topicFeed(slug), format)) : []
  return [namedPath(kind, slug), ...feeds]
}

/** A name as it is listed; null where there is no letter in it. */
export function nameOf(kind: NameKind, written: string): Named | null {
  const name = written.trim()
  return /[\p{L}\p{N}]/u.test(name) ? { kind, name, spelling: slugOf(name) } : null
}

/** The longest name that others are joined to, in UTF-16 units. */
export const longestName = 200

/** Why a spelling cannot be listed under a name: that is none, or the same. */
export function whyNotJoin(spelling: string, into: { slug: string } | null): Refusal | null {
  if (!into) return { code: 'name-missing' }
  return into.slug === spelling ? { code: 'name-same' } : null
}
