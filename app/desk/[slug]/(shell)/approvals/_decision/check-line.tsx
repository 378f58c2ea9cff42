'use client'
import { Ago } from '@/app/_ui/time'
import type { Check } from '@/server/check-list/check-list'
import { say } from '@/server/refusal'
import type { SubmissionPage } from '@/server/review/approval/read-submission'
import { words } from '@/server/words'
import { useTick } from './use-tick'

type Props = { check: Check; page: SubmissionPage; slug: string }

/** A line that is checked by hand, with who ticked it; where this member may not tick, the box says why. */
export function CheckLine({ check, page, slug }: Props) {
  const { line, tick } = check
  const { isTicked, change } = useTick(slug, page.id, check)
  const refusal = page.isOpen ? page.reason : null
  const mayTick = page.isOpen && !refusal
  return (
    <li>
      <label className="check">
        <input
          type="checkbox"
          checked={isTicked}
          aria-disabled={!mayTick || undefined}
          title={refusal ? say(refusal) : undefined}
          onChange={(event) => mayTick && change(event.target.checked)}
        />
        <span>
          {line.text}
          <span className="meta">
            {tick ? (
              <>
                {tick.by.name}, <Ago at={tick.at} />
              </>
            ) : (
              words()('approvals.byHand')
            )}
          </span>
        </span>
      </label>
    </li>
  )
}
