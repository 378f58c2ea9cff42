'use client'
import { Search } from 'lucide-react'
import { useSearchParams } from 'next/navigation'
import { useId, useRef } from 'react'
import { useKeys } from '@/app/_keys/use-keys'
import { Icon } from '@/app/_ui/icon'
import { longestSearch } from '@/server/search/search'
import { words } from '@/server/words'
import { OfferList } from './offer-list'
import { useOffers } from './use-offers'

/** The field that looks through the desk: `/` goes to it, arrow keys walk through what it offers, Enter opens. */
export function SearchField({ slug }: { slug: string }) {
  const t = words()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const search = useOffers(slug, useSearchParams().get('q') ?? '')
  useKeys({ '/': () => field.current?.select() ?? field.current?.focus() })
  const { offers, at, isOpen, instead } = search
  return (
    <search className="search">
      <form
        className="searchbox"
        action={`/desk/${slug}/search`}
        onSubmit={(event) => {
          event.preventDefault()
          search.choose(at)
        }}
      >
        <label className="vh" htmlFor={`${id}-field`}>
          {t('search.field')}
        </label>
        <Icon of={Search} size="sm" />
        <input
          ref={field}
          id={`${id}-field`}
          name="q"
          role="combobox"
          autoComplete="off"
          enterKeyHint="search"
          placeholder={t('search.field')}
          maxLength={longestSearch}
          aria-expanded={isOpen}
          aria-controls={`${id}-offers`}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && at >= 0 ? `${id}-offers-${at}` : undefined}
          value={search.typed}
          onChange={(event) => search.type(event.target.value)}
          onFocus={search.open}
          onBlur={search.close}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'ArrowDown') search.move(1)
            else if (event.key === 'ArrowUp') search.move(-1)
            else if (event.key === 'Escape' && isOpen) search.close()
            else return
            event.preventDefault()
          }}
        />
        <kbd>/</kbd>
      </form>
      <OfferList id={`${id}-offers`} isOpen={isOpen} at={at} offers={offers} onChoose={search.choose} />
      <p className={instead ? 'pop offers offers-none' : 'vh'} role="status">
        {instead && t(`search.instead.${instead}`)}
        {isOpen && search.isSettled && t('search.offered', { count: offers.length })}
      </p>
    </search>
  )
}
