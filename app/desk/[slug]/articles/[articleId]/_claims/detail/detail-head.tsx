'use client'
import { ChevronDown, ChevronUp, Link } from 'lucide-react'
import { Icon } from '@/app/_ui/icon'
import { Stage } from '@/app/_ui/stage'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import type { Claim } from '@/server/claim/claim'
import type { LiveStage } from '@/server/review/live-stage'
import { words } from '@/server/words'
import { usePlace } from '../../_room/use-place'
import { useClaims, useRoom } from '../../_room/use-room'
import { HistoryButton } from '../history/history-button'
import { MoreMenu } from './more-menu'

/** The open claim's number and stage, and the ways on from it. */
export function DetailHead({ claim, live }: { claim: Claim; live: LiveStage }) {
  const t = words()
  const claims = useClaims()
  const { mayEdit } = useRoom()
  const { open } = usePlace()
  const at = claims.indexOf(claim)
  const [previous, next] = [claims[at - 1], claims[at + 1]]
  return (
    <header className="dt-head">
      <h2 id="claim-h">{t('claim.number', { number: at + 1 })}</h2>
      <Stage stage={live.stage} />
      <span className="grow" />
      <button
        type="button"
        className="btn quiet icon-only sm"
        aria-label={t('claim.copyLink')}
        onClick={() => copyLink(claim.id)}
      >
        <Icon of={Link} />
      </button>
      <HistoryButton />
      {mayEdit && <MoreMenu claim={claim} previous={previous} next={next} at={at} />}
      <span className="vsep" />
      <button
        type="button"
        className="btn quiet icon-only sm"
        aria-label={t('claim.previous')}
        aria-disabled={!previous || undefined}
        onClick={() => previous && open(previous.id)}
      >
        <Icon of={ChevronUp} />
      </button>
      <button
        type="button"
        className="btn quiet icon-only sm"
        aria-label={t('claim.next')}
        aria-disabled={!next || undefined}
        onClick={() => next && open(next.id)}
      >
        <Icon of={ChevronDown} />
      </button>
    </header>
  )
}

async function copyLink(claimId: string) {
  const url = new URL(window.location.href)
  url.search = `?claim=${claimId}`
  url.hash = ''
  try {
    await navigator.clipboard.writeText(url.href)
    sayDone(words()('claim.linkCopied'))
  } catch {
    // Browsers forbid the clipboard on addresses without https, among others.
    sayWrong(words()('claim.linkNotCopied'))
  }
}
