import { verdicts } from '../../../../db/vocabulary'
import type { Figure } from '../../../claim/figure/figure'
import type { PublicVersion } from '../../publication'
import { bar } from '../../redaction/black-out'
import type { CheckedArticle } from '../article/checked-article'

/** Invented claims, one of each verdict, in two versions, newest first: corrected, under review or retracted. */
export function sampleClaims(): PublicVersion[][] {
  return verdicts.map((verdict, index) => [
    sampleVersion(index + 1, 2, verdict),
    sampleVersion(index + 1, 1, verdict),
  ])
}

/** An invented article with all of them, and every kind of block. */
export function sampleArticle(): CheckedArticle {
  return {
    number: 1,
    title: 'Sample',
    claims: sampleClaims(),
    text: {
      revision: 'sample',
      blocks: [
        { kind: 'heading', text: 'Sample', start: 0 },
        { kind: 'paragraph', text: 'before quote after', start: 8 },
        { kind: 'list-item', text: 'item', start: 28 },
        { kind: 'quote', text: 'said', start: 34 },
        { kind: 'table', text: '1\t2', start: 40 },
        { kind: 'caption', text: 'caption', start: 45 },
      ],
      removals: removalsAt(new Date(0)),
    },
  }
}

const removalsAt = (at: Date) => [
  { ground: { law: 'Law', court: 'Court', number: '1' }, note: 'note', at, entry: 1 },
]

/** What a reader was answered in public. */
export const sampleAnswers = [{ text: 'Answer.', at: new Date(0), reportedAt: new Date(0) }]

/** What a desk says of itself. */
export const sampleTexts = { aboutText: 'a', methodText: 'b', fundingText: 'c', correctionsText: 'd' }

const unsaid = { title: '', address: '', publisher: '', date: '', quote: '', place: '' }
const way = { way: 'call', who: '', role: 'official', by: '' } as const
const sampleUnlinked: PublicVersion['content']['claim']['sources'] = [
  { id: 'd', kind: 'expert', stance: 'supports', ...unsaid, unlinked: { ...way, terms: 'background' } },
  { id: 'e', kind: 'expert', stance: 'context', ...unsaid, confidential: { reason: 'reason' } },
]
const asked = { whom: 'Office', way: 'mail', askedAt: '2026-03-01', deadline: '', answeredAt: '' } as const
const sampleReplies = [
  { id: 'r', ...asked, answer: 'answered', unansweredBy: '' },
  { id: 'q', ...asked, answer: '', unansweredBy: '2026-03-02' },
  { id: 'p', ...asked, answer: '', unansweredBy: '' },
]

const samplePassages = ['substantive', 'removed'] as const
const passageTimes = { checkedAt: '2026-03-01T12:00:00.000Z', changedBy: '2026-03-03T12:00:00.000Z' }

const laterKinds = ['retraction', 'verdict-change', 'clarification'] as const

const sampleFigure: Figure = {
  ...{ reported: 'between 500 and 600', at: { start: 0, end: 5 }, low: 500, high: 600, exactness: 'about' },
  ...{ unit: '', counted: 'people', scope: 'named residents', per: '', place: 'Anselm' },
  ...{ from: null, to: '2026-03-05', saidBy: 'Ministry' },
}

function sampleVersion(number: number, version: number, verdict: (typeof verdicts)[number]): PublicVersion {
  const publishedAt = new Date(Date.UTC(2026, 2, 4 + version, 12))
  const key = '0123456789abcdef'
  const hash = key.repeat(4)
  const body = {
    claim: number,
    version,
    contentHash: hash,
    desk: 'sample',
    at: publishedAt.toISOString(),
    key,
  }
  const kind = version === 1 ? 'first' : (laterKinds[number % laterKinds.length] ?? 'typo')
  const source = { publisher: 'Publisher', date: '2026-03', quote: 'quoted', place: 'page 1' }
  return {
    claimId: 'sample',
    number,
    version,
    kind,
    publicNote: version === 1 ? '' : 'note',
    hash,
    publishedAt,
    underReview: kind === 'clarification' ? { line: 'line', at: publishedAt } : null,
    redactions: removalsAt(publishedAt),
    log: { index: version, kind: 'publication', body, previousHash: hash, hash, signature: hash + hash },
    content: {
      topics: [],
      context: { before: 'before ', after: ' after' },
      authors: ['Author'],
      approvedBy: ['Editor'],
      dissent: { by: 'Member', verdict: 'unproven', reason: 'Reason.' },
      passage: { change: samplePassages[number % 2] ?? 'edited', ...passageTimes },
      article: {
        id: 'sample',
        number: 1,
        title: 'Sample',
        publisher: 'Publisher',
        published: '2026-03-01',
        byline: [],
        address: 'https://sample.example/article',
        language: 'en',
        isOwn: true,
        revision: 1,
      },
      claim: {
        claimId: 'sample',
        revision: 'sample',
        selectors: {
          quote: { exact: 'quote', prefix: 'before ', suffix: ' after' },
          position: { start: 15, end: 20 },
        },
        statement: 'Statement',
        speaker: 'Speaker',
        date: '2026-03-01',
        kind: 'number',
        figure: sampleFigure,
        appearances: [
          { address: 'https://sample.example/article', date: '2026-03-01' },
          { address: 'https://elsewhere.example/', date: '' },
          { address: 'https://elsewhere.example/talk#t=42', date: '' },
        ],
        verdict,
        shortAnswer: 'Answer.',
        notKnown: 'Not known.',
        asKnownAt: '2026-03-01',
        rationale: {
          type: 'doc',
          content: [
            {
              type: 'paragraph',
              content: [
                { type: 'text', text: `reason ${bar}`, marks: [{ type: 'bold' }] },
                {
                  type: 'text',
                  text: 'linked',
                  marks: [{ type: 'link', attrs: { href: 'https://x.example/' } }],
                },
                { type: 'citation', attrs: { source: 'a' } },
              ],
            },
            { type: 'blockquote', content: [{ type: 'paragraph', content: [] }] },
            { type: 'bulletList', content: [{ type: 'listItem', content: [] }] },
          ],
        },
        sources: [
          { id: 'a', kind: 'data', stance: 'supports', title: 'A', address: 'https://a.example/', ...source },
          { id: 'b', kind: 'news', stance: 'refutes', title: 'B', address: '', ...source },
          { id: 'c', kind: 'other', stance: 'context', title: '', address: 'c', ...source },
          ...sampleUnlinked,
        ],
        searches: [{ id: 's', where: 'Archive', what: 'Letter', when: '2026-03', by: '', through: 'all' }],
        replies: sampleReplies,
      },
    },
  }
}
