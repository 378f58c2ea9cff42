import { useQuery } from '@tanstack/react-query'
import { Bookmark } from 'lucide-react'
import { useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import { Icon } from '@/app/_ui/icon'
import { ReadState } from '@/app/_ui/wait/read-state'
import { isSameFilter, namesIn } from '@/server/article/list/article-filter'
import type { Member } from '@/server/member/member'
import { words } from '@/server/words'
import { ManageFilters } from './manage-filters'
import { PlaceLink } from './place-link'
import { SaveFilter } from './save-filter'
import { useArticlePlace } from './use-article-place'

type Props = { slug: string; member: Member }

/** The filters the member has saved and those shared with the desk, and the way to save the present one. */
export function SavedFilters({ slug, member }: Props) {
  const t = words()
  const { place } = useArticlePlace()
  const reading = useQuery(useTRPC().filter.list.queryOptions({ desk: slug }))
  const saved = reading.data ?? []
  const [open, setOpen] = useState<'save' | 'manage' | null>(null)
  const present = saved.find(({ filter }) => isSameFilter(filter, place.filter))
  const canSave = namesIn(place.filter).length > 0 && !present
  return (
    <nav className="saved" aria-label={t('articles.saved.list')}>
      <ReadState of={reading} name={t('articles.saved.list')} lines={1} />
      {saved.length > 0 && <Icon of={Bookmark} size="sm" />}
      {reading.data?.length === 0 && !canSave && <p className="meta">{t('articles.saved.noneHint')}</p>}
      <ul>
        {saved.map(({ id, name, filter, isShared, by }) => (
          <li key={id}>
            <PlaceLink
              className="filter"
              to={{ filter, page: 1 }}
              aria-current={id === present?.id ? 'true' : undefined}
              title={isShared ? t('articles.saved.sharedBy', { name: by.name }) : undefined}
            >
              <bdi>{name}</bdi>
              {isShared && <span className="meta">{t('articles.saved.shared')}</span>}
            </PlaceLink>
          </li>
        ))}
      </ul>
      {canSave && (
        <button type="button" className="btn sm" onClick={() => setOpen('save')}>
          <Icon of={Bookmark} size="sm" /> {t('articles.saved.save')}
        </button>
      )}
      {saved.length > 0 && (
        <button type="button" className="linkbtn" onClick={() => setOpen('manage')}>
          {t('articles.saved.manage')}
          <span className="vh">: {t('articles.saved.list')}</span>
        </button>
      )}
      {open === 'save' && (
        <SaveFilter slug={slug} member={member} filter={place.filter} onClose={() => setOpen(null)} />
      )}
      {open === 'manage' && (
        <ManageFilters slug={slug} member={member} saved={saved} onClose={() => setOpen(null)} />
      )}
    </nav>
  )
}
