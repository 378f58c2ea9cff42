'use client'
import '@/app/_styles/work/clearance.css'
import { useState } from 'react'
import { ReadState } from '@/app/_ui/wait/read-state'
import { type Clearance, standingOf } from '@/server/clearance/clearance'
import type { ClaimClearances } from '@/server/clearance/read-clearances'
import { may } from '@/server/member/member'
import { words } from '@/server/words'
import { ClearanceLine } from './clearance-line'
import { Guests } from './guests'
import { LinkDialog } from './link-dialog'
import { RequireDialog } from './require-dialog'
import { useClearances } from './use-clearances'

type Props = { slug: string; claimId: string; every?: number }

/** What must be cleared before a claim is published, and whom its submission was shown to outside. */
export function Clearances({ slug, claimId, every }: Props) {
  const t = words()
  const { required, guests, reading } = useClearances(slug, claimId, every)
  return (
    <>
      <section className="clearances" aria-labelledby={`clearances-${claimId}`}>
        <h3 id={`clearances-${claimId}`}>{t('clearance.title')}</h3>
        <ReadState of={reading} name={t('clearance.title')} lines={2} />
        {required && <Required {...{ slug, claimId, required }} />}
      </section>
      {guests && required && <Guests {...{ slug, claimId, guests, required }} />}
    </>
  )
}

function Required({ slug, claimId, required }: Props & { required: ClaimClearances }) {
  const t = words()
  const { clearances, submission, you } = required
  const [isRequiring, setRequiring] = useState(false)
  const [linkFor, setLinkFor] = useState<Clearance | null>(null)
  const standing = (one: Clearance) => standingOf(one, submission ?? { id: '', hash: '' })
  // Those that still matter first.
  const sorted = clearances.toSorted(
    (one, other) => Number(standing(one) === 'lifted') - Number(standing(other) === 'lifted'),
  )
  return (
    <>
      {clearances.length === 0 && <p className="meta">{t('clearance.none')}</p>}
      {clearances.length > 0 && (
        <ul>
          {sorted.map((clearance) => (
            <ClearanceLine
              key={clearance.id}
              {...{ slug, clearance, submission, you, standing: standing(clearance) }}
              onLink={() => setLinkFor(clearance)}
            />
          ))}
        </ul>
      )}
      {may(you, 'require clearances') && (
        <button type="button" className="btn quiet xs" onClick={() => setRequiring(true)}>
          {t('clearance.requireOpen')}
        </button>
      )}
      {isRequiring && (
        <RequireDialog {...{ slug, claimId, standing: clearances }} onClose={() => setRequiring(false)} />
      )}
      {linkFor && submission && (
        <LinkDialog
          {...{ slug, submissionId: submission.id, clearances, first: linkFor }}
          onClose={() => setLinkFor(null)}
        />
      )}
    </>
  )
}
