import type { Verdict } from '../../db/vocabulary'
import { styleOf } from '../../server/claim/verdict'
import { words } from '../../server/words'
import { VerdictMark } from '../_ui/verdict'

const rows = [
  ['Upper Karsell', 212],
  ['Tolm', 148],
  ['Brennach', 96],
  ['Sedge Ford', 61],
] as const

/** A picture made of type: a galley of an invented story with its marks. It says nothing that is needed. */
export function Proof() {
  const t = words()
  return (
    <div className="sign-proof" aria-hidden="true">
      <div className="sheet proof">
        {['tl', 'tr', 'bl', 'br'].map((corner) => (
          <span className={`crop ${corner}`} key={corner} />
        ))}
        <div className="slug">
          <span>{t('signIn.proof.galley')}</span>
          <span>{t('signIn.proof.first')}</span>
          <span>{t('signIn.proof.story')}</span>
        </div>
        <p className="ph">{t('signIn.proof.head')}</p>
        <div className="ln">
          <Marked as="misleading">{t('signIn.proof.a1')}</Marked>
          {t('signIn.proof.a2')}
          <span className="insr">
            <svg viewBox="0 0 14 12" aria-hidden="true">
              <path d="M1.5 11c2-3.2 3.8-6 5.5-9.6 1.5 3.4 3.5 6.4 5.5 9.4" {...pen} strokeWidth="1.8" />
            </svg>
            <i>{t('signIn.proof.a3')}</i>
          </span>
          {t('signIn.proof.a4')}
          <Margin verdict="misleading" number={1} />
        </div>
        <div className="ln">
          {t('signIn.proof.b1')}
          <Marked as="true">{t('signIn.proof.b2')}</Marked>
          <Margin verdict="true" number={2} />
        </div>
        <div className="ln">
          {t('signIn.proof.c1')}
          <Marked as="false">{t('signIn.proof.c2')}</Marked>
          <Margin verdict="false" number={3} />
        </div>
        <div className="ln">
          <Marked as="false">{t('signIn.proof.d1')}</Marked>
          {t('signIn.proof.d2')}
          <Marked as="unproven">{t('signIn.proof.d3')}</Marked>
          <Margin verdict="unproven" number={4} />
        </div>
        <div className="ln">
          <Marked as="unproven">{t('signIn.proof.e1')}</Marked>
          {t('signIn.proof.e2')}
        </div>
        <Sum />
        <span className="pen">{t('signIn.proof.pen')}</span>
      </div>
    </div>
  )
}

const pen = { fill: 'none', stroke: 'currentColor', strokeLinecap: 'round' } as const

function Marked({ as, children }: { as: Verdict; children: React.ReactNode }) {
  return <mark className={`hl ${styleOf(as)}`}>{children}</mark>
}

function Margin({ verdict, number }: { verdict: Verdict; number: number }) {
  return (
    <span className={`mm ${styleOf(verdict)}`}>
      <VerdictMark verdict={verdict} /> {number}
    </span>
  )
}

function Sum() {
  return (
    <table>
      <tbody>
        {rows.map(([place, count]) => (
          <tr key={place}>
            <td>{place}</td>
            <td>{count}</td>
          </tr>
        ))}
        <tr className="tot">
          <td>{words()('signIn.proof.total')}</td>
          <td>
            <span className="ring">
              571
              <svg viewBox="0 0 64 38" aria-hidden="true">
                <path
                  d="M44 4.5C30 1 8 4 4 17c-3.5 11.5 12 18.5 30 17.5C51 33.5 62 27 60.5 17.5 59 7 42 2.5 24 6"
                  {...pen}
                  strokeWidth="1.9"
                />
              </svg>
            </span>
          </td>
        </tr>
      </tbody>
    </table>
  )
}
