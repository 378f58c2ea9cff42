'use client'
import { useContext, useSyncExternalStore } from 'react'
import { draftsAbout, watchDrafts } from '@/app/_draft/draft'
import { DraftsOf } from '@/app/_draft/use-draft'
import { words } from '@/server/words'

/** What this member typed about a claim and has not sent, to read and copy: its fields went away with the claim. */
export function KeptWords({ claimId }: { claimId: string }) {
  const memberId = useContext(DraftsOf)
  const kept = useSyncExternalStore(watchDrafts, () => keptIn(memberId, claimId))
  if (kept === '') return null
  return (
    <section aria-labelledby="kept-words">
      <h3 id="kept-words">{words()('claim.keptWords')}</h3>
      <blockquote className="words">{kept}</blockquote>
    </section>
  )
}

function keptIn(memberId: string, claimId: string): string {
  return (
    draftsAbout(memberId, claimId)
      // Kept as it stands in a document, not as it reads; it opens again with the claim.
      .filter(({ name }) => !name.endsWith(':rationale'))
      .map(({ text }) => text)
      .join('\n\n')
  )
}
