import { labelOf } from '../../../../claim/scale'
import { copyName } from '../../../copy/check-copy'
import { beforeTheLog } from '../../../log/log'
import { logPath, verifyVersionPath } from '../../../log/log-paths'
import {
  checkCopyPath,
  type PublicVersion,
  proofPath,
  recordPath,
  redactionPath,
  versionPath,
} from '../../../publication'
import { dayOf, type Edition } from '../../edition'
import { frameOf } from '../../embed/frame'
import { TakeAlong } from '../../parts/take-along'
import { groundText } from '../removed'
import { ShareCard } from './share-card'

type Props = { shown: PublicVersion; edition: Edition }

/** The log entry that seals a version, with all that somebody needs to check it without us. */
export function Record({ shown, edition: { desk, say } }: Props) {
  const { log, number, version, hash, publishedAt, redactions } = shown
  const anew = redactions.findLast(({ entry }) => entry !== null)
  const isFirst = log.previousHash === beforeTheLog
  return (
    <section className="verify" aria-labelledby="verify">
      <h2 id="verify">{say('public.verify')}</h2>
      <p>
        {say('public.verifyText')} <a href={verifyVersionPath(number, version)}>{say('public.verifyHere')}</a>{' '}
        <a href={logPath}>{say('public.aboutLog')}</a>
      </p>
      <dl className="seal">
        <Line name={say('public.record')}>
          {say('public.recordText', { number, version, index: log.index })}
        </Line>
        <Line name={say('public.content')}>sha256 {inFours(hash)}</Line>
        <Line name={say('public.seal')}>
          sha256 <b>{inFours(log.hash)}</b>
        </Line>
        <Line name={say('public.before')}>
          {isFirst ? say('public.beforeFirst') : `sha256 ${inFours(log.previousHash)}`}
        </Line>
        <Line name={say('public.signedBy')}>
          {say('public.signedText', {
            desk: desk.slug,
            key: inFours(log.body.key),
            at: publishedAt.toISOString(),
          })}
        </Line>
        <Line name={say('public.signature')}>ed25519 {log.signature}</Line>
        {anew && (
          <Line name={say('public.sealedAnew')}>
            {say('public.sealedAnewText', { index: anew.entry ?? 0, ground: groundText(anew.ground) })}
          </Line>
        )}
        <Line name={say('public.files')}>
          <a href={recordPath(number, version)}>{say('public.recordFile')}</a>,{' '}
          <a href={proofPath(number, version)}>{say('public.proofFile')}</a>
          {anew && ', '}
          {anew && <a href={redactionPath(number, version)}>{say('public.redactionFile')}</a>}
        </Line>
      </dl>
    </section>
  )
}

function Line({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const inFours = (hex: string) => hex.replace(/(.{4})(?=.)/g, '$1 ')

/** How to point at this check and how to quote it. */
export function Use({ shown, edition }: Props) {
  const { desk, origin, say } = edition
  const { claim, scale } = shown.content
  const address = origin + versionPath(shown.number, shown.version)
  const newest = `${origin}/c/${shown.number}`
  const verdict = claim.verdict ? labelOf(claim.verdict, scale, say) : ''
  return (
    <aside className="pub-aside" aria-label={say('public.use')}>
      <section>
        <h2>{say('public.link')}</h2>
        <p className="address">
          <a href={newest}>{bare(newest)}</a>
        </p>
        <p className="meta">{say('public.linkText', { address: bare(address) })}</p>
      </section>
      <section>
        <h2>{say('public.embed')}</h2>
        <p className="citeas">
          <code>{frameOf(shown.number, edition)}</code>
        </p>
        <p className="meta">{say('public.embedText')}</p>
      </section>
      <section className="cite-as">
        <h2>{say('public.cite')}</h2>
        <p className="citeas">
          {say('public.citeText', {
            ...{ desk: desk.name, statement: claim.statement, verdict, address },
            ...{ version: shown.version, day: dayOf(shown.publishedAt, edition) },
          })}
        </p>
      </section>
      <ShareCard shown={shown} edition={edition} />
      <TakeAlong
        name={copyName(shown)}
        text={say('takeAlong.text')}
        pathOf={(format) => checkCopyPath(shown.number, shown.version, format)}
        edition={edition}
      />
    </aside>
  )
}

const bare = (address: string) => address.replace(/^https?:\/\//, '')
