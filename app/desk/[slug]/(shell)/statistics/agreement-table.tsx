import { type Agreement, type DeskAgreement, fewestClaims } from '../../../../../server/own-verdict/agreement'
import { words } from '../../../../../server/words'

/** How far own verdicts agree with each other and with what was decided. */
export function AgreementTable({ agreement }: { agreement: DeskAgreement }) {
  const t = words()
  const { ratedBlind, firstSecond, firstDecided, secondDecided, members } = agreement
  const rows: { of: string; figure: Agreement }[] = [
    { of: t('statistics.ratedBlind'), figure: ratedBlind },
    { of: t('statistics.firstSecond'), figure: firstSecond },
    { of: t('statistics.firstDecided'), figure: firstDecided },
    { of: t('statistics.secondDecided'), figure: secondDecided },
    ...members.map(({ names: [one, other], agreement: figure }) => ({
      of: t('statistics.pair', { one, other }),
      figure,
    })),
  ]
  return (
    <section aria-labelledby="agreement">
      <h2 id="agreement">{t('statistics.agreement')}</h2>
      <p className="ink-2">{t('statistics.agreementHint')}</p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('statistics.between')}</th>
            <th scope="col" className="n">
              {t('statistics.agreed')}
            </th>
            <th scope="col" className="n">
              {t('statistics.kappa')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ of, figure }) => (
            <tr key={of}>
              <th scope="row">{of}</th>
              <td className="n">
                {t('statistics.agreedOf', { agreed: figure.agreed, claims: figure.claims })}
              </td>
              <td className="n">{kappaInWords(figure)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function kappaInWords({ kappa, why }: Agreement): string {
  const t = words()
  if (why === 'too-few') return t('statistics.tooFew', { fewest: fewestClaims })
  return kappa === null ? t('statistics.oneVerdict') : kappa.toFixed(2)
}
