import { reasonOf } from '../../../dossier/disagreement/comparable'
import { type Card, claimsOn, type Saying } from '../../../dossier/ledger/cards'
import type { LedgerEntry, LedgerGroup, LedgerRow } from '../../../dossier/ledger/ledger'
import type { Remark } from '../../../dossier/ledger/remarks'
import { dossierCsvPath, dossierPath, dossierSvgPath } from '../../../dossier/published/frozen-dossier'
import { explanationsOn, type PublishedDossier } from '../../../dossier/published/published-dossier'
import type { Edition } from '../../pages/edition'
import { articlePath } from '../../publication'
import { apiClaimPath } from '../api-paths'
import { deskJson } from '../claim-json'
import type { ApiDossier } from './dossier-shape'

/** A dossier as programs read it, with the figures of the claims' newest versions. */
export function dossierJson(dossier: PublishedDossier, edition: Edition): ApiDossier {
  const { number, version, publishedAt, content, articleNumbers, groups } = dossier
  const { desk, origin, licence } = edition
  return {
    ...{ number, name: content.name, version, publishedAt: publishedAt.toISOString(), desk: deskJson(desk) },
    ...{ state: content.retraction ? 'retracted' : 'published', retraction: content.retraction ?? null },
    page: origin + dossierPath(number, content.name),
    articles: content.articles.map(({ id, title, publisher, published, address }) => ({
      ...{ title, publisher, published, original: address },
      page: articleNumbers[id] ? origin + articlePath(articleNumbers[id], title) : null,
    })),
    figures: groups.flatMap((group, index) => rowsJson(group, index, origin)),
    disagreements: groups.flatMap(({ cards }, index) =>
      cards.map((card) => ({ name: nameOf(index, card.letter), ...cardJson(card, dossier, origin) })),
    ),
    differences: groups.flatMap(({ differences }) =>
      differences.map((card) => cardJson(card, dossier, origin)),
    ),
    remarks: groups.flatMap(({ remarks }, index) =>
      remarks.map((remark) => remarkJson(remark, index, origin)),
    ),
    notCompared: groups.flatMap((group) => notComparedJson(group, origin)),
    csv: origin + dossierCsvPath(number),
    svg: origin + dossierSvgPath(number),
    licence,
  }
}

/** A card or remark as figures name it: letters run anew in each group. */
const nameOf = (index: number, letter: string) => `${index + 1}${letter}`

function cardJson(card: Card, { content }: PublishedDossier, origin: string) {
  const said = explanationsOn(card, content)
  return {
    ...sidesJson(card, origin),
    explanations: said.flatMap(({ takesBack, reason, text, by, approvedBy, at }) =>
      takesBack ? [] : [{ reason, text, by, approvedBy, at }],
    ),
    takenBack: said.flatMap(({ takesBack, text, by, approvedBy, at }) =>
      takesBack ? [{ text, by, approvedBy, at }] : [],
    ),
  }
}

const remarkJson = ({ letter, kind, saying, others }: Remark, index: number, origin: string) => ({
  ...{ name: nameOf(index, letter), kind },
  claims: claimsOf([saying], origin),
  others: claimsOf(others, origin),
})

const notComparedJson = ({ apart }: LedgerGroup, origin: string) =>
  apart.flatMap(({ code, cards }) => {
    const reason = reasonOf(code)
    return reason ? cards.map((card) => ({ reason, ...sidesJson(card, origin) })) : []
  })

const sidesJson = ({ saying, against }: Card, origin: string) => ({
  claims: claimsOf([saying], origin),
  against: claimsOf(against, origin),
})

const claimsOf = (sayings: Saying[], origin: string) =>
  sayings.flatMap(({ entries }) => entries.map((entry) => claimOf(entry, origin)))

const claimOf = ({ href }: Pick<LedgerEntry, 'href'>, origin: string) =>
  origin + apiClaimPath(Number(/^\/c\/(\d+)/.exec(href)?.[1]))

type RowJson = ApiDossier['figures'][number]

function rowsJson({ rows, cards }: LedgerGroup, index: number, origin: string) {
  const named = new Map<string, string[]>()
  for (const card of cards)
    for (const id of claimsOn(card, card.pairs))
      named.set(id, [...(named.get(id) ?? []), nameOf(index, card.letter)])
  return rows.map((row) => {
    const remarks = row.remarked.map((letter) => nameOf(index, letter))
    return { ...rowJson(row, origin), disagreements: named.get(row.claimId) ?? [], remarks }
  })
}

function rowJson(row: LedgerRow, origin: string): Omit<RowJson, 'disagreements' | 'remarks'> {
  const { figure, href, day, said, where, statement, verdict, standing, isReference } = row
  const stated = (text: string | null | undefined) => text || null
  return {
    ...{ claim: claimOf(row, origin), page: origin + href },
    ...{ day, saidBy: stated(said), publisher: where, statement, verdict },
    state: standing === 'standing' ? 'published' : standing,
    ...{ reported: stated(figure?.reported), low: figure?.low ?? null, high: figure?.high ?? null },
    workedOut: figure?.workedOut ?? null,
    ...{ exactness: figure?.exactness ?? null, unit: stated(figure?.unit), counted: stated(figure?.counted) },
    ...{ scope: stated(figure?.scope), per: stated(figure?.per), place: stated(figure?.place) },
    ...{ from: figure?.from ?? null, to: figure?.to ?? null, isReference },
  }
}
