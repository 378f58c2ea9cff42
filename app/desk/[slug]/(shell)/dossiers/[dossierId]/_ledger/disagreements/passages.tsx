import Link from 'next/link'
import type { Saying } from '@/server/dossier/ledger/cards'
import { words } from '@/server/words'

/** The ways to the passages in which something is said, each once. */
export function Passages({ sayings }: { sayings: Saying[] }) {
  const t = words()
  const entries = new Map(sayings.flatMap((saying) => saying.entries).map((entry) => [entry.href, entry]))
  return (
    <p className="acts">
      {[...entries.values()].map(({ href, where }) => (
        <Link key={href} href={href} prefetch={false}>
          {t('dossier.passageIn', { where })}
        </Link>
      ))}
    </p>
  )
}
