import { entryOf, labelOf } from '../../claim/scale'
import { toldLine } from '../../revision/told-passage'
import { linkOf } from '../../source/source'
import { groundText } from '../pages/claim/removed'
import { dayOf, type Edition, momentOf, namesOf, statedDay } from '../pages/edition'
import { figureWords } from '../pages/parts/figure-words'
import { isRetraction, type PublicVersion, versionPath } from '../publication'
import { askedBlocks } from './asked-blocks'
import { rationaleBlocks } from './rationale-blocks'
import { sourceItems } from './source-items'

/** A piece of text in a check that leaves the house; `cites` is the number of the source it points at. */
export type Run = { text: string; isBold?: boolean; isItalic?: boolean; link?: string; cites?: number }

/** A part of a check that leaves the house, the same for every kind of file. */
export type CopyBlock =
  | { kind: 'title' | 'heading' | 'paragraph'; runs: Run[] }
  | { kind: 'quote'; blocks: CopyBlock[] }
  | { kind: 'list'; isOrdered: boolean; items: CopyBlock[][] }
  /** Numbered from 1, as citations name them. */
  | { kind: 'sources'; items: Run[][] }

/** One version of a check, to be put into other people's pages and papers. */
export type CheckCopy = { name: string; language: string; blocks: CopyBlock[] }

/** What a check says, with its numbered sources, its version and where it is read. */
export function checkCopy(shown: PublicVersion, edition: Edition): CheckCopy {
  const { claim } = shown.content
  const { desk, say } = edition
  const isWithdrawn = isRetraction(shown)
  return {
    name: copyName(shown),
    language: desk.language,
    blocks: [
      ...standing(shown, edition),
      ...removed(shown, edition),
      { kind: 'title', runs: [{ text: claim.statement }] },
      ...rating(shown, edition),
      ...correction(shown, edition),
      quoted(shown, edition),
      ...plain(figureWords(claim.figure, edition)),
      ...section(say('public.shortAnswer'), claim.shortAnswer),
      heading(say('public.why')),
      ...rationaleBlocks(claim.rationale, claim.sources),
      ...plain(claim.asKnownAt && say('public.asKnownAt', { day: statedDay(claim.asKnownAt, edition) })),
      ...(isWithdrawn ? [] : dissent(shown, edition)),
      ...section(say('public.notKnown'), claim.notKnown),
      ...sources(shown, edition),
      ...askedBlocks(claim, edition),
      ...origin(shown, edition),
    ],
  }
}

/** What its parts are called by where several checks share a page, and its files are called. */
export const copyName = ({ number, version }: Pick<PublicVersion, 'number' | 'version'>) =>
  `check-${number}-v${version}`

function standing(shown: PublicVersion, edition: Edition): CopyBlock[] {
  const { say, desk } = edition
  const { underReview, publishedAt, publicNote } = shown
  const demo = desk.isDemo ? plain(say('public.demo')) : []
  if (isRetraction(shown)) {
    const lead = say('public.retraction', { day: dayOf(publishedAt, edition) })
    return [...demo, led(lead, publicNote), ...plain(say('public.retractionText'))]
  }
  if (!underReview) return demo
  return [
    ...demo,
    led(say('public.underReview', { day: momentOf(underReview.at, edition) }), underReview.line),
  ]
}

function removed({ redactions }: PublicVersion, edition: Edition): CopyBlock[] {
  const { say } = edition
  return redactions.flatMap(({ at, note, ground }) => [
    led(say('public.redaction', { at: momentOf(at, edition) }), note),
    ...plain(say('public.redactionGround', { ground: groundText(ground) })),
  ])
}

function rating(shown: PublicVersion, { say }: Edition): CopyBlock[] {
  const { claim, scale } = shown.content
  if (!claim.verdict) return []
  const { label, meaning } = entryOf(claim.verdict, scale, say)
  if (isRetraction(shown)) return plain(say('public.wasRated', { verdict: label }))
  return [
    {
      kind: 'paragraph',
      runs: [{ text: `${say('public.verificationStatus')}: ` }, { text: label, isBold: true }],
    },
    ...plain(say('public.meaning', { meaning })),
  ]
}

function correction({ kind, publicNote, publishedAt }: PublicVersion, edition: Edition): CopyBlock[] {
  if (kind === 'first' || kind === 'retraction') return []
  const word = kind === 'clarification' ? 'clarification' : 'correction'
  return [led(edition.say(`public.${word}`, { day: dayOf(publishedAt, edition) }), publicNote)]
}

function quoted({ content: { claim, article, passage } }: PublicVersion, edition: Edition): CopyBlock {
  const said = [claim.speaker.trim(), claim.date.trim() && statedDay(claim.date, edition)].filter(Boolean)
  const address = linkOf(article.address ?? '')
  const place = [article.publisher, article.published && statedDay(article.published, edition)].filter(
    Boolean,
  )
  return {
    kind: 'quote',
    blocks: [
      ...plain(`“${claim.selectors.quote.exact}”`),
      {
        kind: 'paragraph',
        runs: [
          { text: `${said.length ? `${said.join(', ')}. ` : ''}${edition.say('public.inArticle')} ` },
          { text: `“${article.title}”`, ...(address && { link: address }) },
          { text: `${place.map((part) => `, ${part}`).join('')}.` },
        ],
      },
      ...plain(passage ? toldLine(passage, edition.desk, edition.say) : ''),
    ],
  }
}

function dissent({ content }: PublicVersion, { say }: Edition): CopyBlock[] {
  if (!content.dissent) return []
  const { by, verdict, reason } = content.dissent
  return [
    heading(say('public.dissent')),
    ...plain(say('public.dissentOf', { name: by, verdict: labelOf(verdict, content.scale, say) })),
    { kind: 'quote', blocks: plain(reason) },
  ]
}

function sources({ content }: PublicVersion, edition: Edition): CopyBlock[] {
  const items = sourceItems(content.claim.sources, content.evidence ?? [], edition)
  return items.length ? [heading(edition.say('public.sources')), { kind: 'sources', items }] : []
}

function origin(shown: PublicVersion, edition: Edition): CopyBlock[] {
  const { say, desk } = edition
  const { authors, approvedBy } = shown.content
  const own = edition.origin + versionPath(shown.number, shown.version)
  const newest = `${edition.origin}/c/${shown.number}`
  const people = [
    authors.length > 0 && say('public.checkedBy', { names: namesOf(authors) }),
    say('public.approvedBy', { names: namesOf(approvedBy) }),
  ].filter(Boolean)
  const version = say('public.version', { version: shown.version })
  return [
    ...plain(`${desk.name}. ${version}, ${momentOf(shown.publishedAt, edition)}. ${people.join(' ')}`),
    { kind: 'paragraph', runs: [{ text: `${say('takeAlong.here')} ` }, { text: own, link: own }] },
    { kind: 'paragraph', runs: [{ text: `${say('takeAlong.newest')} ` }, { text: newest, link: newest }] },
  ]
}

const heading = (text: string): CopyBlock => ({ kind: 'heading', runs: [{ text }] })

const led = (lead: string, text: string): CopyBlock => ({
  kind: 'paragraph',
  runs: [{ text: lead, isBold: true }, { text: ` ${text}` }],
})

function section(title: string, text: string): CopyBlock[] {
  return text.trim() ? [heading(title), ...plain(text)] : []
}

/** One paragraph for each line that says something. */
function plain(text: string): CopyBlock[] {
  return text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => ({ kind: 'paragraph', runs: [{ text: line.trim() }] }))
}
