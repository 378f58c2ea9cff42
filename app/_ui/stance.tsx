import { Minus, Plus } from 'lucide-react'
import type { Stance as StanceWord } from '../../db/vocabulary'
import { words } from '../../server/words'

/** What a source does for the claim: sign and word. */
export function Stance({ stance }: { stance: StanceWord }) {
  return (
    <span className={`stance ${stance}`}>
      <span className="g">
        {stance === 'supports' && <Plus aria-hidden="true" />}
        {stance === 'refutes' && <Minus aria-hidden="true" />}
      </span>
      {words()(`stance.${stance}`)}
    </span>
  )
}
