import type { Edition } from '../edition'

/** Where somebody is in a list that goes on page by page, counted from 1. */
export type Place = { page: number; hasNext: boolean }

/** Leads from one page of a list to the one before and the one after; nothing where there is but one. */
export function PageLinks({
  place: { page, hasNext },
  pathOf,
  edition: { say },
}: {
  place: Place
  pathOf: (page: number) => string
  edition: Edition
}) {
  if (page === 1 && !hasNext) return null
  return (
    <nav className="pub-sec" aria-label={say('list.pages')}>
      <ul className="ways">
        {page > 1 && (
          <li>
            <a rel="prev" href={pathOf(page - 1)}>
              {say('list.newer')}
            </a>
          </li>
        )}
        {hasNext && (
          <li>
            <a rel="next" href={pathOf(page + 1)}>
              {say('list.older')}
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}
