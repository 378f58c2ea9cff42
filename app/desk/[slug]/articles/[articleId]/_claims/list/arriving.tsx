import { words } from '@/server/words'

/** Stands where claims will, while the room is on its way; seen only if that takes a while. */
export function Arriving() {
  return (
    <div className="arriving" role="status">
      <span className="vh">{words()('claim.arriving')}</span>
      <span className="sk" />
      <span className="sk box" />
      <span className="sk box" />
    </div>
  )
}
