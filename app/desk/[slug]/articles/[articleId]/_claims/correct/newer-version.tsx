'use client'
import type { ReactNode } from 'react'
import { BesideNewer } from '@/app/_form/beside-newer'
import { useAsRead } from '@/app/_form/use-as-read'
import { VerdictLabel } from '@/app/_ui/verdict'
import type { BeforeCorrecting } from '@/server/review/correction/read-before-correcting'
import type { ClaimStage } from '@/server/review/read-stages'
import { words } from '@/server/words'

type Published = NonNullable<ClaimStage['published']>
type Props = {
  published: Published
  /** What readers have of it, as far as it was asked for. */
  before?: BeforeCorrecting
  isNewer: boolean
  onLeave: () => void
  children: ReactNode
}

/** The version that whoever writes about a claim has read; a newer one once it stands beside what they write. */
export function useVersionRead({ version }: Published) {
  const { isNewer, was } = useAsRead(version)
  return { version: was, isNewer }
}

/** What is written about a published claim, and beside it the version that readers have had since it was begun. */
export function BesideNewerVersion({ published, before, isNewer, onLeave, children }: Props) {
  const t = words()
  const { version, verdict, kind, path } = published
  const read = before?.version === version ? before : null
  const shown = (
    <>
      <p>
        <VerdictLabel verdict={verdict} /> <span className="meta">{t(`submissionKind.${kind}`)}</span>
      </p>
      {read && <p dir="auto">{read.claim.statement}</p>}
      {read?.publicNote && <p dir="auto">{read.publicNote}</p>}
      <p>
        <a href={path} target="_blank" rel="noopener">
          {t('claim.readIt')}
        </a>
      </p>
    </>
  )
  return (
    <BesideNewer
      newer={isNewer ? { title: t('claim.newerVersion', { version }), shown } : null}
      take={t('claim.leaveVersion')}
      onTake={onLeave}
    >
      {children}
    </BesideNewer>
  )
}
