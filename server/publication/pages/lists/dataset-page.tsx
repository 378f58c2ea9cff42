import type { DatasetFile, LeftOut } from '../../dataset/data-package'
import { licenceAt } from '../../dataset/licence'
import { type Edition, momentOf } from '../edition'
import { toHtml } from '../shell'

type Made = { files: DatasetFile[]; rows: number; leftOut: LeftOut[]; madeAt: Date }

/** What the data set is, how it was made, and under which licence it may be used. */
export function datasetPage({ files, rows, leftOut, madeAt }: Made, edition: Edition): string {
  const { say, desk } = edition
  return toHtml({
    edition,
    title: say('dataset.titleOf', { desk: desk.name }),
    description: say('dataset.lead'),
    canonical: '/dataset',
    marks: [],
    children: (
      <main id="main" className="pub-grid plain" tabIndex={-1}>
        <header className="pub-head">
          <h1>{say('dataset.title')}</h1>
          <p className="pub-stand">{say('dataset.lead')}</p>
        </header>
        <section className="pub-sec">
          <h2>{say('dataset.files')}</h2>
          <ul>
            {files.map(({ name, bytes, sha256 }) => (
              <li key={name}>
                <a href={`/dataset/${name}`}>{name}</a>, {say('dataset.size', { bytes })}, sha256{' '}
                <code className="citeas">{sha256}</code>
              </li>
            ))}
            <li>
              <a href="/dataset/datapackage.json">datapackage.json</a>, {say('dataset.described')}
            </li>
          </ul>
        </section>
        <section className="pub-sec">
          <h2>{say('dataset.how')}</h2>
          <p>
            {say('dataset.made', { at: momentOf(madeAt, edition), count: rows })} {say('dataset.howText')}
          </p>
          {leftOut.length > 0 && <p>{say('dataset.leftOut', { count: leftOut.length })}</p>}
        </section>
        <section className="pub-sec">
          <h2>{say('dataset.licence')}</h2>
          <Licence edition={edition} />
        </section>
      </main>
    ),
  })
}

function Licence({ edition: { licence, say } }: { edition: Edition }) {
  if (!licence) return <p>{say('dataset.noLicence')}</p>
  const { title, path } = licenceAt(licence)
  return (
    <p>
      <a href={path} rel="license noopener">
        {title ?? path}
      </a>
      . {say('dataset.licenceText')}
    </p>
  )
}
