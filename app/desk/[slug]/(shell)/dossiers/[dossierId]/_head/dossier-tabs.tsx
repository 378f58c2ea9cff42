'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { words } from '@/server/words'

/** The parts of a dossier, each a page of its own. */
export function DossierTabs({ here, articles, claims }: { here: string; articles: number; claims: number }) {
  const t = words()
  const path = usePathname()
  const tabs = [
    { at: here, name: t('dossier.tab.figures'), count: null },
    { at: `${here}/articles`, name: t('dossier.tab.articles'), count: articles },
    { at: `${here}/claims`, name: t('dossier.tab.claims'), count: claims },
    { at: `${here}/notes`, name: t('dossier.tab.notes'), count: null },
  ]
  return (
    <nav className="tabs" aria-label={t('dossier.tabs')}>
      {tabs.map(({ at, name, count }) => (
        <Link key={at} className="tab" href={at} aria-current={path === at ? 'page' : undefined}>
          {name} {count !== null && <span className="n">{count}</span>}
        </Link>
      ))}
    </nav>
  )
}
