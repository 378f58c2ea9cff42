'use client'
import { Tabs } from 'radix-ui'
import type { Preview } from '@/server/publication/next/read-preview'
import { say } from '@/server/refusal'
import { words } from '@/server/words'
import type { PreviewStand } from './preview'
import { usePreview } from './use-preview'

/** `dissentId` is the own verdict that would be published beside it; `onStand` is told how far the preview is. */
type Props = {
  submissionId: string
  slug: string
  dissentId?: string | null
  onStand?: (stand: PreviewStand) => void
}

/** What readers, links elsewhere and search engines will get, as it will be when this editor approves. */
export function PreviewParts({ submissionId, slug, dissentId = null, onStand }: Props) {
  const t = words()
  const preview = usePreview({ slug, of: { submissionId, dissentId }, onStand })
  const { stands, machines } = preview
  return (
    <Tabs.Root className="preview" defaultValue="page">
      {stands === 'failed' && (
        <p role="alert">
          {t('approvals.previewFailed')}{' '}
          <button type="button" className="linkbtn" onClick={preview.tryAgain}>
            {t('ui.tryAgain')}
          </button>
        </p>
      )}
      <Tabs.List className="seg" aria-label={t('approvals.previewParts')}>
        <Tabs.Trigger value="page">{t('approvals.previewPage')}</Tabs.Trigger>
        <Tabs.Trigger value="card">{t('approvals.previewCard')}</Tabs.Trigger>
        <Tabs.Trigger value="review">{t('approvals.previewReview')}</Tabs.Trigger>
      </Tabs.List>
      {/* It stays where it is behind the other parts, for only there it goes on loading. */}
      <Tabs.Content value="page" forceMount>
        {/* Nothing in it runs; the same origin lets it load its style sheet's fonts. */}
        <iframe
          key={preview.key}
          src={preview.address}
          title={t('approvals.previewPage')}
          sandbox="allow-same-origin"
          onLoad={(event) => preview.onLoad(event.currentTarget)}
        />
        <p className="meta">{t('approvals.previewNote')}</p>
      </Tabs.Content>
      {(['card', 'review'] as const).map((part) => (
        <Tabs.Content key={part} value={part}>
          {!machines && stands === 'loading' && <p className="meta">{t('ui.loading')}</p>}
          {machines && (part === 'card' ? <Card card={machines.card} /> : <ClaimReview preview={machines} />)}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  )
}

function Card({ card }: { card: Preview['card'] }) {
  const t = words()
  return (
    <dl className="setting-facts">
      <Fact name={t('approvals.cardTitle')}>{card.title}</Fact>
      <Fact name={t('approvals.cardDescription')}>{card.description}</Fact>
      <Fact name={t('approvals.cardAddress')}>{card.address}</Fact>
      {card.pictures.map(({ shape, address, width, height, text }) => (
        <Fact key={shape} name={t(`card.shape.${shape}`)}>
          {/* biome-ignore lint/performance/noImgElement: it is drawn for this one look */}
          <img className="card-picture" src={address} width={width} height={height} alt={text} />
        </Fact>
      ))}
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
    return (
      <>
        {'associatedMediaReview' in claimReview && <p>{t('approvals.noMediaCategory')}</p>}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
        <pre tabIndex={0}>{JSON.stringify(claimReview, null, 2)}</pre>
      </>
    )
  return (
    <p>
      {t('approvals.noClaimReview')} {whyNoClaimReview && say(whyNoClaimReview)}
    </p>
  )
}
