import type { LedgerGroup, LedgerRow } from '../../../dossier/ledger/ledger'
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
    page: origin + dossierPath(number, content.name),
    articles: content.articles.map(({ id, title, publisher, published, address }) => ({
      ...{ title, publisher, published, original: address },
      page: articleNumbers[id] ? origin + articlePath(articleNumbers[id], title) : null,
    })),
    figures: groups.flatMap((group, index) => group.rows.map((row) => rowJson(row, index, origin))),
    disagreements: groups.flatMap((group, index) => disagreementsJson(group, index, dossier)),
    csv: origin + dossierCsvPath(number),
    svg: origin + dossierSvgPath(number),
    licence,
  }
}

const nameOf = (index: number, letter: string) => `${index + 1}${letter}`

function disagreementsJson(group: LedgerGroup, index: number, { content }: PublishedDossier) {
  return group.cards.map((card) => {
    const said = explanationsOn(card, content)
    return {
      name: nameOf(index, card.letter),
      explanations: said.flatMap(({ takesBack, reason, text, by, approvedBy, at }) =>
        takesBack ? [] : [{ reason, text, by, approvedBy, at }],
      ),
      takenBack: said.flatMap(({ takesBack, text, by, approvedBy, at }) =>
        takesBack ? [{ text, by, approvedBy, at }] : [],
      ),
    }
  })
}

function rowJson(row: LedgerRow, index: number, origin: string): ApiDossier['figures'][number] {
  const { figure, href, day, said, where, statement, verdict, standing, letters } = row
  const stated = (text: string | null | undefined) => text || null
  return {
    claim: origin + apiClaimPath(Number(/^\/c\/(\d+)/.exec(href)?.[1])),
    ...{ page: origin + href, day, saidBy: stated(said), publisher: where, statement, verdict },
    state: standing === 'standing' ? 'published' : standing,
    ...{ reported: stated(figure?.reported), low: figure?.low ?? null, high: figure?.high ?? null },
    ...{ exactness: figure?.exactness ?? null, unit: stated(figure?.unit), counted: stated(figure?.counted) },
    ...{ scope: stated(figure?.scope), per: stated(figure?.per), place: stated(figure?.place) },
    ...{ from: figure?.from ?? null, to: figure?.to ?? null },
    disagreements: letters.map((letter) => nameOf(index, letter)),
  }
}
