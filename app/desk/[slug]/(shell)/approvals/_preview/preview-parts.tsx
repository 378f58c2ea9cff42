'use client'
import { useQuery } from '@tanstack/react-query'
import { Tabs } from 'radix-ui'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import type { Preview } from '@/server/publication/next/read-preview'
import { say } from '@/server/refusal'
import { words } from '@/server/words'

/** `dissentId` is the own verdict that would be published beside it. */
type Props = { submissionId: string; slug: string; dissentId?: string | null }

/** What readers, links elsewhere and search engines will get, as it will be when this editor approves. */
export function PreviewParts({ submissionId, slug, dissentId }: Props) {
  const t = words()
  return (
    <Tabs.Root className="preview" defaultValue="page">
      <Tabs.List className="seg" aria-label={t('approvals.previewParts')}>
        <Tabs.Trigger value="page">{t('approvals.previewPage')}</Tabs.Trigger>
        <Tabs.Trigger value="card">{t('approvals.previewCard')}</Tabs.Trigger>
        <Tabs.Trigger value="review">{t('approvals.previewReview')}</Tabs.Trigger>
      </Tabs.List>
      <Tabs.Content value="page">
        {/* Nothing in it runs; the same origin lets it load its style sheet's fonts. */}
        <iframe
          src={`/api/previews/${submissionId}${dissentId ? `?dissent=${dissentId}` : ''}`}
          title={t('approvals.previewPage')}
          loading="lazy"
          sandbox="allow-same-origin"
        />
        <p className="meta">{t('approvals.previewNote')}</p>
      </Tabs.Content>
      {(['card', 'review'] as const).map((part) => (
        <Tabs.Content key={part} value={part}>
          <ForMachines {...{ submissionId, slug, part }} />
        </Tabs.Content>
      ))}
    </Tabs.Root>
  )
}

type Machines = { submissionId: string; slug: string; part: 'card' | 'review' }

/** What links elsewhere show of it, or what search engines read. */
function ForMachines({ submissionId, slug, part }: Machines) {
  const t = words()
  const asked = useTRPC().publication.preview.queryOptions({ desk: slug, submissionId })
  const { data, error, refetch } = useQuery(asked)
  if (error)
    return (
      <p role="alert">
        {sentenceOf(error)}{' '}
        <button type="button" className="linkbtn" onClick={() => refetch()}>
          {t('ui.tryAgain')}
        </button>
      </p>
    )
  if (!data) return <p className="meta">{t('ui.loading')}</p>
  return part === 'card' ? <Card card={data.card} /> : <ClaimReview preview={data} />
}

function Card({ card }: { card: Preview['card'] }) {
  const t = words()
  return (
    <dl className="setting-facts">
      <Fact name={t('approvals.cardTitle')}>{card.title}</Fact>
      <Fact name={t('approvals.cardDescription')}>{card.description}</Fact>
      <Fact name={t('approvals.cardAddress')}>{card.address}</Fact>
      <Fact name={t('approvals.cardPicture')}>{t('approvals.cardNoPicture')}</Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="label">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function ClaimReview({ preview: { claimReview, whyNoClaimReview } }: { preview: Preview }) {
  const t = words()
  if (claimReview)
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    return <pre tabIndex={0}>{JSON.stringify(claimReview, null, 2)}</pre>
  return (
    <p>
      {t('approvals.noClaimReview')} {whyNoClaimReview && say(whyNoClaimReview)}
    </p>
  )
}
