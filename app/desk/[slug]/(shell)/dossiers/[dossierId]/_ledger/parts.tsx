import Link from 'next/link'
import { words } from '@/server/words'

type Props = { here: string; part: number; parts: number; first: number; rows: unknown[]; count: number }

/** Which of a group's figures are shown, with the way to those before and after them; nothing where all are. */
export function Parts({ here, part, parts, first, rows, count }: Props) {
  const t = words()
  if (parts === 1) return null
  return (
    <nav className="row dos-parts" aria-label={t('dossier.parts')}>
      {part > 1 && (
        <Link className="btn sm" href={`${here}&part=${part - 1}`} prefetch={false}>
          {t('dossier.earlier')}
        </Link>
      )}
      <span className="meta">{t('dossier.shown', { from: first + 1, to: first + rows.length, count })}</span>
      {part < parts && (
        <Link className="btn sm" href={`${here}&part=${part + 1}`} prefetch={false}>
          {t('dossier.later')}
        </Link>
      )}
    </nav>
  )
}
