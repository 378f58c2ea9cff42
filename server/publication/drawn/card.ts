import type { Verdict } from '../../../db/vocabulary'
import { labelOf } from '../../claim/scale'
import { dayOf, type Edition, momentOf, statedDay } from '../pages/edition'
import { isRetraction, type PublicVersion } from '../publication'
import { drawable, isolated } from './letters/style'

/** What a picture of a check says. A picture cannot be asked back: what limits the verdict stands on it, too. */
export type Card = {
  desk: string
  isRtl: boolean
  kind: string
  statement: string
  /** The words that were checked, where they say it in another way than the statement. */
  quote: string
  said: string
  stamp: Stamp
  /** That it was corrected, is under review or was retracted, with the day. */
  mark: string
  address: string
  foot: string
}

/** A verdict's word, whose mark stands beside it, and the colours of its ink and ground. */
export type Stamp = { label: string; mark: Verdict | 'withdrawn'; ink: string; ground: string }

/** The light colours of the design, as readers' pages have them. */
export const cardColours: Record<Verdict, Pick<Stamp, 'ink' | 'ground'>> = {
  true: { ink: '#1B6B3C', ground: '#E4F1E8' },
  'mostly-true': { ink: '#0B6872', ground: '#E0F0F1' },
  'half-true': { ink: '#5C6413', ground: '#F0F2DC' },
  'mostly-false': { ink: '#A03E10', ground: '#FBEBE0' },
  misleading: { ink: '#8A5300', ground: '#FAEFD9' },
  false: { ink: '#B3261E', ground: '#FBEAE8' },
  unproven: { ink: '#4B5568', ground: '#E9ECF1' },
}

/** The card of a version as it stands: with the line that it is under review only where that is given. */
export function cardOf(shown: PublicVersion, edition: Edition): Card {
  const { claim } = shown.content
  const { desk, origin, say } = edition
  const quote = claim.selectors.quote.exact.trim()
  const day = claim.date.trim() && statedDay(claim.date, edition)
  return {
    desk: desk.name,
    isRtl: isRtl(desk.language),
    kind: say(desk.isDemo ? 'card.demo' : 'public.factCheck'),
    statement: short(claim.statement),
    quote: isSame(quote, claim.statement) ? '' : short(quote),
    said: [drawable(short(claim.speaker.trim())), day && isolated(day)].filter(Boolean).join(', '),
    stamp: stampOf(shown, edition),
    mark: markOf(shown, edition),
    address: `${new URL(origin).host}/c/${shown.number}`,
    foot: footOf(shown, edition),
  }
}

function footOf({ version, publishedAt }: PublicVersion, edition: Edition): string {
  const parts = [edition.say('public.version', { version }), dayOf(publishedAt, edition)].map(isolated)
  // The house's words may be of another direction than the desk's language.
  return `${isRtl(edition.desk.language) ? '\u200f' : ''}${parts.join(', ')}`
}

/** More letters than fit on any card. */
const short = (text: string) => Array.from(text).slice(0, 1_000).join('')

/** What a card says, for those who do not see it. */
export function cardText({ statement, stamp, mark, desk }: Card, { say }: Pick<Edition, 'say'>): string {
  return say('card.alt', { statement, verdict: stamp.label, mark, desk }).replace(/\s+/g, ' ').trim()
}

// Of what is retracted no verdict is shown.
function stampOf(shown: PublicVersion, { say }: Edition): Stamp {
  const { claim, scale } = shown.content
  const { verdict } = claim
  if (isRetraction(shown) || !verdict)
    return { label: say('public.retracted'), mark: 'withdrawn', ink: '#16181B', ground: '#FFFFFF' }
  return { label: labelOf(verdict, scale, say), mark: verdict, ...cardColours[verdict] }
}

function markOf({ kind, underReview, publishedAt }: PublicVersion, edition: Edition): string {
  const { say } = edition
  const day = dayOf(publishedAt, edition)
  if (kind === 'retraction') return say('public.retraction', { day })
  if (underReview) return say('public.underReview', { day: momentOf(underReview.at, edition) })
  if (kind === 'first') return ''
  return say(kind === 'clarification' ? 'public.clarification' : 'public.correction', { day })
}

const isSame = (one: string, other: string) => bare(one) === bare(other)
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\p{P}\s]+/gu, ' ')
    .trim()
    .toLowerCase()

/** Whether a language is written from right to left. */
export const isRtl = (language: string) =>
  /^(Arab|Hebr|Thaa|Syrc|Nkoo|Adlm|Rohg)$/.test(new Intl.Locale(language).maximize().script ?? '')
