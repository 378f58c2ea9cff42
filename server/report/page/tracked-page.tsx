import type { Made } from '../../form/page/sentence-page'
import { editionOf, momentOf } from '../../publication/pages/edition'
import { toHtml } from '../../publication/pages/shell'
import type { Tracked } from '../read-tracked'
import { trackingPath } from '../report'

/** What became of a report, for whoever has its address. */
export function trackedPage(tracked: Tracked, secret: string, { forms, ...made }: Made): string {
  const { desk, state, answer, otherAnsweredAt, sentAt, page } = tracked
  const edition = editionOf(desk, made)
  const { say } = edition
  const path = trackingPath(secret)
  return toHtml({
    ...{ edition, forms, canonical: path, isHidden: true, marks: [] },
    title: `${say(`report.state.${state}`)} – ${desk.name}`,
    description: say(`report.stateText.${state}`, { desk: desk.name }),
    children: (
      <main id="main" className="pub-grid plain" tabIndex={-1}>
        <header className="pub-head">
          <p className="slug">
            {say('report.about')}{' '}
            <a href={page.path}>
              <bdi>{page.name}</bdi>
            </a>
          </p>
          <h1>{say(`report.yours.${tracked.kind}`)}</h1>
        </header>
        <section className="state" role="status" aria-label={say('report.stateLabel')}>
          <p>
            <b>{say(`report.state.${state}`)}</b> {say(`report.stateText.${state}`, { desk: desk.name })}
          </p>
          {otherAnsweredAt && (
            <p>{say('report.otherAnswered', { desk: desk.name, at: momentOf(otherAnsweredAt, edition) })}</p>
          )}
          {answer && (
            <>
              <p className="said" dir="auto">
                {answer.text}
              </p>
              <p className="meta">
                {desk.name}, <time dateTime={answer.at.toISOString()}>{momentOf(answer.at, edition)}</time>
              </p>
            </>
          )}
        </section>
        <section className="pub-sec">
          <h2>{say('report.keep')}</h2>
          <p>{say('report.keepText')}</p>
          <a className="keep" href={path}>
            {made.origin + path}
          </a>
        </section>
        <section className="pub-sec">
          <h2>{say('report.sent', { at: momentOf(sentAt, edition) })}</h2>
          <Sent tracked={tracked} say={say} />
        </section>
      </main>
    ),
  })
}

function Sent({ tracked, say }: { tracked: Tracked; say: ReturnType<typeof editionOf>['say'] }) {
  const { kind, text, place, link } = tracked
  const lines = [
    [say(`report.text.${kind}`), text],
    [say(`report.place.${kind}`), place],
    [say('report.link'), link],
  ].filter(([, words]) => words)
  return (
    <dl className="sent">
      {lines.map(([label, words]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd dir="auto">{words}</dd>
        </div>
      ))}
    </dl>
  )
}
