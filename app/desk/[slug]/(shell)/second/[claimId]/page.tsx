import '../../../../../_styles/work/second-verdict.css'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { answerFor, api } from '@/app/_api/server'
import { words } from '@/server/words'
import { AskedClaim } from './asked-claim'
import { AskedText } from './asked-text'
import { JudgeForm } from './judge-form'

type Props = { params: Promise<{ slug: string; claimId: string }> }

export const generateMetadata = (): Metadata => ({ title: words()('secondVerdict.pageTitle') })

/** What a member judges without sight of how others do; what they have judged leads into the room. */
export default async function SecondVerdictPage({ params }: Props) {
  const t = words()
  const { slug, claimId } = await params
  const path = `/desk/${slug}/second/${claimId}`
  const { asked, judged } = await answerFor(path, (await api()).secondVerdict.asked({ desk: slug, claimId }))
  if (!asked) redirect(`/desk/${slug}/articles/${judged.articleId}?claim=${claimId}`)
  return (
    <main className="desk second" id="main" tabIndex={-1}>
      <header className="desk-head">
        <h1>{t('secondVerdict.pageTitle')}</h1>
      </header>
      <p className="second-lead">{t('secondVerdict.pageLead', { name: asked.by.name })}</p>
      <div className="second-columns">
        <div className="second-side">
          <AskedClaim asked={asked} />
          <JudgeForm slug={slug} asked={{ id: asked.id, claimId, isDeleted: asked.isDeleted }} />
        </div>
        <AskedText asked={asked} />
      </div>
    </main>
  )
}
