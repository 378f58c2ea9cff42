import { FileText, Highlighter, Link2, type LucideIcon, Newspaper } from 'lucide-react'
import { Icon } from '@/app/_ui/icon'
import type { HitKind } from '@/server/search/search'
import { words } from '@/server/words'
import { Pieces } from '../pieces'
import type { Offer } from './offers'

const icons: Record<HitKind, LucideIcon> = {
  ...{ articles: FileText, claims: Highlighter, sources: Link2, published: Newspaper },
}

type Props = { id: string; isOpen: boolean; at: number; offers: Offer[]; onChoose: (at: number) => void }

/** What the search field offers; the field keeps the focus, and its keys choose. */
export function OfferList({ id, isOpen, at, offers, onChoose }: Props) {
  const t = words()
  if (!isOpen || offers.length === 0)
    return <div id={id} role="listbox" aria-label={t('search.offers')} hidden />
  return (
    <div id={id} className="pop offers" role="listbox" aria-label={t('search.offers')}>
      {offers.map(({ kind, key, said, beside }, index) => (
        <div
          key={`${kind} ${key}`}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          className="item"
          aria-selected={index === at}
          onMouseDown={(event) => {
            // The field keeps the focus until the page changes.
            event.preventDefault()
            onChoose(index)
          }}
        >
          <Icon of={icons[kind]} size="sm" />
          <span className="vh">{t(`search.one.${kind}`)}: </span>
          <span className="offer">
            <Pieces of={said} />
          </span>
          <span className="meta">{beside}</span>
        </div>
      ))}
      <p className="meta offers-foot">{t('search.enterForAll')}</p>
    </div>
  )
}
