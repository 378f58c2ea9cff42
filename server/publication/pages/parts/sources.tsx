import type { Stance } from '../../../../db/vocabulary'
import { inRow } from '../../../language/stand-apart'
import type { FrozenSource } from '../../../review/submission'
import type { PublishedSnapshot } from '../../../source/snapshot/snapshot'
import { linkOf } from '../../../source/source'
import { sayableName } from '../../../source/source-name'
import type { PublicCopy } from '../../../source/stamp/stamp'
import { type Edition, momentOf, statedDay } from '../edition'

type Props = {
  sources: FrozenSource[]
  evidence?: PublishedSnapshot[]
  copies?: PublicCopy[]
  edition: Edition
  isBrief?: boolean
}

/** The evidence in order of its numbers; brief lists leave out the quotes and cannot be cited into. */
export function Sources({ sources, evidence = [], copies = [], edition, isBrief }: Props) {
  return (
    <ol className={isBrief ? 'sources' : 'sources big'}>
      {sources.map((source, index) => (
        <li key={source.id} className="source" id={isBrief ? undefined : `source-${index + 1}`}>
          <span className="ref">{index + 1}</span>
          <Title source={source} edition={edition} />
          <StanceLabel stance={source.stance} edition={edition} />
          {!isBrief && source.quote.trim() && (
            <p className="q">
              <bdi>“{source.quote.trim()}”</bdi>
            </p>
          )}
          <p className="m">{aboutSource(source, edition)}</p>
          {!isBrief &&
            evidence
              .filter((snapshot) => snapshot.source === source.id)
              .map((snapshot) => (
                <Archived
                  key={snapshot.sha256}
                  snapshot={snapshot}
                  copy={copies.find(({ sha256 }) => sha256 === snapshot.sha256)}
                  edition={edition}
                />
              ))}
        </li>
      ))}
    </ol>
  )
}

type ArchivedProps = { snapshot: PublishedSnapshot; copy?: PublicCopy; edition: Edition }

/**
 * When a copy of it was archived, and the hash by which anybody who is given the copy can tell that it is that one; and where
 * another archive has one.
 */
function Archived({ snapshot, copy, edition }: ArchivedProps) {
  const { sha256, takenAt } = snapshot
  return (
    <p className="m archived">
      {edition.say('public.archived', { when: momentOf(new Date(takenAt), edition) })}{' '}
      <code dir="ltr">{edition.say('public.archivedHash', { hash: sha256 })}</code>
      {copy && <Elsewhere copy={copy} edition={edition} />}
    </p>
  )
}

function Elsewhere({ copy: { address, at }, edition }: { copy: PublicCopy; edition: Edition }) {
  const values = { where: new URL(address).host, when: momentOf(at, edition) }
  return (
    <>
      {' '}
      <a href={address} rel="nofollow noopener">
        {edition.say('public.copyElsewhere', values)}
      </a>
    </>
  )
}

function Title({ source, edition: { say } }: { source: FrozenSource; edition: Edition }) {
  const address = linkOf(source.address)
  if (!address)
    return (
      <span className="t" dir="auto">
        {sayableName(source, say)}
      </span>
    )
  return (
    <a className="t" href={address} rel="nofollow noopener" dir="auto">
      {sayableName(source, say)}
    </a>
  )
}

function aboutSource(source: FrozenSource, edition: Edition): string {
  const { kind, publisher, date, place } = source
  return inRow([
    kind && edition.say(`sourceKind.${kind}`),
    publisher.trim(),
    date.trim() && statedDay(date, edition),
    place.trim(),
    ...beyond(source, edition),
  ])
}

/** How a source without a link came and on what terms; of a confidential one, why it is withheld. */
export function beyond({ unlinked, confidential }: FrozenSource, { say }: Edition): string[] {
  if (confidential) return [say('source.withheld', { reason: confidential.reason.trim() })]
  if (!unlinked) return []
  const { way, terms } = unlinked
  return [way ? say(`sourceWay.${way}`) : '', terms ? say(`sourceTerms.${terms}`) : ''].filter(Boolean)
}

const strokes: Record<Stance, string | null> = {
  supports: 'M5 12h14M12 5v14',
  refutes: 'M5 12h14',
  context: null,
}

function StanceLabel({ stance, edition: { say } }: { stance: Stance | null; edition: Edition }) {
  if (!stance) return null
  const stroke = strokes[stance]
  return (
    <span className={`stance ${stance}`}>
      <span className="g">
        {stroke && (
          <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d={stroke} />
          </svg>
        )}
      </span>
      {say(`stance.${stance}`)}
    </span>
  )
}
