import type { Figure } from '../../../claim/figure/figure'
import type { LedgerEntry } from '../../../dossier/ledger/ledger'
import { type PublishedDossier, publishedDossier } from '../../../dossier/published/published-dossier'
import type { PublicVersion } from '../../publication'
import type { FeedOf } from '../feed'

export const sampleLinks = [{ path: '/d/1-sample', name: 'Sample' }]

const figure: Figure = {
  ...{ reported: '500', at: { start: 0, end: 3 }, low: 500, high: 500, exactness: 'exactly', unit: '' },
  ...{ counted: 'people', scope: 'residents', per: '', place: '', from: '2026-03-01', to: null, saidBy: '' },
}

const entry: LedgerEntry = {
  ...{ claimId: 'a', figure, day: '2026-03-02', said: 'Speaker', where: 'Publisher', quote: 'quote' },
  ...{ statement: 'Statement', verdict: 'true', label: 'True', standing: 'standing', href: '/c/1-statement' },
}

/** An invented dossier with every kind of row: ranges, open ends, none, retracted and under review. */
export function sampleDossier(): PublishedDossier {
  const entries: LedgerEntry[] = [
    entry,
    { ...entry, claimId: 'b', figure: { ...figure, low: 700, high: 900 }, standing: 'retracted' },
    {
      ...entry,
      claimId: 'c',
      figure: { ...figure, high: null, exactness: 'at-least' },
      standing: 'under-review',
    },
    {
      ...entry,
      claimId: 'e',
      figure: { ...figure, low: 90, high: 90, workedOut: { value: 95, how: '40 + 55' } },
      verdict: 'false',
    },
    { ...entry, claimId: 'g', figure: { ...figure, counted: 'affected' } },
    { ...entry, claimId: 'f', figure: { ...figure, low: 60, high: 60, from: null, to: '2026-02-01' } },
    { ...entry, claimId: 'd', figure: null, statement: 'Said nothing.' },
  ]
  const bare = publishedDossier(
    {
      ...{
        number: 1,
        version: 1,
        publishedAt: new Date(0),
        versions: [{ version: 1, at: new Date(0), entry: 1, removal: 2 }],
      },
      content: { name: 'Sample', articles: [article], claims: [{ number: 1, version: 1 }], explanations: [] },
      articleNumbers: { sample: 1 },
    },
    entries,
  )
  const pairs = bare.groups.flatMap(({ cards }) => cards.flatMap((card) => card.pairs))
  const said = { reason: 'other-date', text: 'Text.', by: 'Author', approvedBy: 'Editor' } as const
  const told = { pairs, ...said, at: new Date(0).toISOString() }
  const explanations = [
    { id: 'e', ...told },
    { id: 'f', ...told, takesBack: true as const },
  ]
  return { ...bare, content: { ...bare.content, explanations } }
}

/** The same, retracted. */
export function sampleRetractedDossier(): PublishedDossier {
  const dossier = sampleDossier()
  const retraction = { text: 'Text.', by: 'Author', approvedBy: 'Editor', at: new Date(0).toISOString() }
  return { ...dossier, content: { ...dossier.content, retraction } }
}

const article = {
  ...{ id: 'sample', title: 'Sample', publisher: 'Publisher', published: '2026-03-01' },
  address: 'https://sample.example/',
}

/** An invented feed of versions of checks, and of a dossier. */
export function sampleFeed(versions: PublicVersion[]): FeedOf {
  const checks = versions.map(({ content: { claim }, ...version }) => {
    const { statement, shortAnswer, verdict } = claim
    return { ...version, statement, shortAnswer, verdict, scale: null, topics: ['Topic'], desk: 'Sample' }
  })
  const said = { name: 'Sample', explained: ['Text.'], desk: 'Sample' }
  const dossier = { dossier: 1, version: 1, publishedAt: new Date(0), retracted: null, ...said }
  const dossiers = [dossier, { ...dossier, version: 2, retracted: 'Text.' }]
  return { name: 'latest', page: '/latest', title: 'Sample', items: [...checks, ...dossiers] }
}
