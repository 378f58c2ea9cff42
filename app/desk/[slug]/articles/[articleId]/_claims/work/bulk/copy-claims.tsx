'use client'
import type { Claim } from '@/server/claim/claim'
import { CopyDialog } from '../../../../../_copies/copy-dialog'
import { useRoom } from '../../../_room/use-room'
import { useStageRows } from '../../use-stages'

/** Takes along what readers have of several claims; the rest is counted. */
export function CopyClaims({ claims, onClose }: { claims: Claim[]; onClose: () => void }) {
  const { desk } = useRoom()
  const rows = useStageRows()
  const checks = claims.flatMap(({ id, statement }) => {
    const published = rows.get(id)?.published
    return published ? [{ number: published.number, statement }] : []
  })
  return (
    <CopyDialog slug={desk.slug} checks={checks} left={claims.length - checks.length} onClose={onClose} />
  )
}
