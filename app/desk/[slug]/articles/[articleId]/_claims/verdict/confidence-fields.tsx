'use client'
import { confidenceLevels } from '@/db/vocabulary'
import type { Claim } from '@/server/claim/claim'
import { setConfidence } from '@/server/room/doc/claim-values'
import { words } from '@/server/words'
import { useRoom } from '../../_room/use-room'
import { ChoiceField, ValueField } from '../fields/field'

/** How sure the desk is of its verdict, with one line why; readers never see it. */
export function ConfidenceFields({ claim }: { claim: Claim }) {
  const t = words()
  const { doc, origin } = useRoom()
  const { confidence } = claim
  return (
    <div className="dt-fields dt-sec">
      <ChoiceField
        label={t('confidence.title')}
        unset={t('confidence.unset')}
        value={confidence?.level ?? null}
        choices={confidenceLevels}
        nameOf={(level) => t(`confidence.level.${level}`)}
        onWrite={(level) =>
          setConfidence(doc, claim.id, level && { level, why: confidence?.why ?? '' }, origin)
        }
      />
      {confidence && (
        <ValueField
          label={t('confidence.why')}
          hint={t('confidence.whyHint')}
          value={confidence.why}
          onWrite={(why) => setConfidence(doc, claim.id, { ...confidence, why }, origin)}
          wide
        />
      )}
    </div>
  )
}
