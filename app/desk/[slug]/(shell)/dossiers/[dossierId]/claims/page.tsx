import type { Metadata } from 'next'
import Link from 'next/link'
import { answerFor, api } from '@/app/_api/server'
import { VerdictMark } from '@/app/_ui/verdict'
import { styleOf } from '@/server/claim/verdict'
import { words } from '@/server/words'

type Props = { params: Promise<{ slug: string; dossierId: string }> }

export const generateMetadata = (): Metadata => ({ title: words()('dossier.tab.claims') })

/** Every claim of the dossier's articles, article by article. */
export default async function ClaimsPage({ params }: Props) {
  const t = words()
  const { slug, dossierId } = await params
  const newsroom = await api()
  const claims = await answerFor(
    `/desk/${slug}/dossiers/${dossierId}/claims`,
    newsroom.dossier.claims({ desk: slug, dossierId }),
  )
  if (claims.length === 0) return <p className="dos-lead">{t('dossier.noClaims')}</p>
  return (
    <div className="table-scroll dos-table">
      <table className="table">
        <caption className="vh">{t('dossier.tab.claims')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('dossier.claim')}</th>
            <th scope="col">{t('dossier.article')}</th>
            <th scope="col">{t('dossier.column.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {claims.map(({ claimId, statement, quote, title, verdict, label, href }) => (
            <tr key={claimId}>
              <th scope="row" dir="auto">
                <Link href={href}>{statement || quote}</Link>
              </th>
              <td dir="auto">{title}</td>
              <td className="vd">
                <span className={`verdict ${styleOf(verdict)}`}>
                  <VerdictMark verdict={verdict} />
                  {label}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
