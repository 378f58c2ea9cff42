import Link from 'next/link'
import type { LedgerGroup } from '@/server/dossier/ledger/ledger'
import { nameOfGroup, screenVoice } from '@/server/dossier/ledger/ledger-words'
import { words } from '@/server/words'

type Props = {
  here: string
  groups: Pick<LedgerGroup, 'id' | 'counted' | 'unit' | 'per' | 'rows'>[]
  shown: string
}

/** What is counted: which of it is shown stands in the address. */
export function GroupFilter({ here, groups, shown }: Props) {
  if (groups.length < 2) return null
  const voice = screenVoice()
  return (
    <nav className="filters" aria-label={words()('dossier.filter')}>
      {groups.map((group) => (
        <Link
          key={group.id}
          className="filter"
          href={`${here}?counted=${encodeURIComponent(group.id)}`}
          scroll={false}
          prefetch={false}
          aria-current={group.id === shown ? 'true' : undefined}
        >
          {nameOfGroup(group, voice)} <span className="n">{group.rows.length}</span>
        </Link>
      ))}
    </nav>
  )
}
