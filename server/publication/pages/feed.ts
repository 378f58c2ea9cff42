import { Feed } from 'feed'
import type { Verdict } from '../../../db/vocabulary'
import { labelOf, type Scale } from '../../claim/scale'
import { dossierVersionPath } from '../../dossier/published/frozen-dossier'
import { feedPath, isRetraction, type PublicVersion, versionPath } from '../publication'
import { dayOf, type Edition, momentOf } from './edition'

/** One version of a check, or of a dossier, as a feed tells of it, in its own words. */
export type FeedItem = CheckItem | DossierItem

export type CheckItem = Pick<
  PublicVersion,
  'number' | 'version' | 'kind' | 'publicNote' | 'publishedAt' | 'underReview'
> & {
  statement: string
  shortAnswer: string
  verdict: Verdict | null
  scale: Scale | null
  topics: string[]
  desk: string
}

/** `explained` is what it says for the first time about why figures differ. */
export type DossierItem = {
  dossier: number
  version: number
  publishedAt: Date
  name: string
  explained: string[]
  /** Why the desk no longer stands by it; null where it does. */
  retracted: string | null
  desk: string
}

/** What a feed is of: its name below /feeds, the page it goes with, its title, and its items, newest first. */
export type FeedOf = { name: string; page: string; title: string; items: FeedItem[] }

/** The same feed as Atom, RSS 2.0 and JSON Feed. */
export function feedFiles({ name, page, title, items }: FeedOf, edition: Edition) {
  const { origin, desk, say } = edition
  const feed = new Feed({
    id: origin + feedPath(name, 'atom'),
    title: clean(title),
    description: say('public.foot', { desk: clean(desk.name) }),
    link: origin + page,
    language: desk.language,
    copyright: clean(desk.name),
    generator: say('product'),
    // Not the time it was made: the same items are the same feed.
    updated: new Date(Math.max(0, ...items.map((item) => changedAt(item).getTime()))),
    feedLinks: {
      atom: origin + feedPath(name, 'atom'),
      rss: origin + feedPath(name, 'rss'),
      json: origin + feedPath(name, 'json'),
    },
    author: { name: clean(desk.name), link: origin },
  })
  for (const item of items)
    feed.addItem('dossier' in item ? entryOfDossier(item, edition) : entryOf(item, edition))
  return [
    {
      path: feedPath(name, 'atom'),
      contentType: 'application/atom+xml; charset=utf-8',
      content: asText(feed.atom1(), desk.language),
    },
    {
      path: feedPath(name, 'rss'),
      contentType: 'application/rss+xml; charset=utf-8',
      content: withCreators(feed.rss2()),
    },
    { path: feedPath(name, 'json'), contentType: 'application/feed+json', content: feed.json1() },
  ]
}

// What people typed has no line breaks here, so a line that begins with an element is the library's own.
/** Titles are what somebody typed: read as HTML, what looks like markup in them would be. */
const asText = (atom: string, language: string) =>
  atom
    .replace(/^(\s*)<title type="html">/gm, '$1<title type="text">')
    .replace('<feed xmlns=', `<feed xml:lang="${language}" xmlns=`)

/** In RSS 2.0 an `author` is a mail address; who has a name alone is a creator of Dublin Core. */
const withCreators = (rss: string) =>
  rss
    .replace(/^(\s*)<author>(.*)<\/author>$/gm, '$1<dc:creator>$2</dc:creator>')
    .replace('<rss version="2.0"', '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"')

/** When an item last came out otherwise: it stands there again when its check is put under review. */
const changedAt = (item: FeedItem) =>
  ('underReview' in item ? item.underReview?.at : null) ?? item.publishedAt

function entryOf(item: CheckItem, edition: Edition) {
  const { origin, say } = edition
  const { number, version, kind, statement, verdict, scale, publicNote, publishedAt, underReview } = item
  const isWithdrawn = isRetraction(item)
  const rated = isWithdrawn
    ? say('public.retracted')
    : verdict
      ? labelOf(verdict, scale ?? undefined, say)
      : say('verdict.unrated')
  const address = origin + versionPath(number, version)
  const doubt = underReview && say('public.underReview', { day: momentOf(underReview.at, edition) })
  const said = [
    underReview ? `${doubt} ${underReview.line}` : '',
    kind === 'first' ? '' : `${say(`submissionKind.${kind}`)}: ${publicNote}`,
    isWithdrawn ? '' : item.shortAnswer,
  ].filter(Boolean)
  return {
    title: clean(`${underReview ? `${say('stage.under-review')}: ` : ''}${rated}: ${statement}`),
    id: address,
    link: address,
    date: changedAt(item),
    published: publishedAt,
    description: paragraphs(said),
    author: [{ name: clean(item.desk) }],
    category: item.topics.map((topic) => ({ name: clean(topic), term: clean(topic) })),
  }
}

function entryOfDossier(item: DossierItem, edition: Edition) {
  const { dossier, version, publishedAt, explained, retracted, desk } = item
  const { origin, say } = edition
  const address = origin + dossierVersionPath(dossier, version)
  const day = dayOf(publishedAt, edition)
  const name = say('publicDossier.title', { name: item.name })
  return {
    title: clean(retracted === null ? name : `${say('publicDossier.retracted')}: ${name}`),
    id: address,
    link: address,
    date: publishedAt,
    published: publishedAt,
    description: paragraphs([
      ...(retracted === null ? [] : [retracted]),
      ...[say('publicDossier.versionLine', { version, day, desk }), ...explained],
    ]),
    author: [{ name: clean(desk) }],
  }
}

/** Read as HTML by whoever follows. */
const paragraphs = (said: string[]) => said.map((words) => `<p>${escaped(clean(words))}</p>`).join('')

/** Without the characters that no XML may hold. */
const clean = (text: string) =>
  text.replace(/[\p{Cc}\ufffe\uffff]/gu, (character) => (/\s/.test(character) ? ' ' : ''))

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
