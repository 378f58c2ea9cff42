'use client'
import { Ellipsis, Lock, Trash2 } from 'lucide-react'
import { DropdownMenu as Menu } from 'radix-ui'
import { useState } from 'react'
import { Icon } from '@/app/_ui/icon'
import type { ListedArticle } from '@/server/article/list/read-articles'
import { whyNotRemoveArticle } from '@/server/deleted/deleted'
import { say } from '@/server/refusal'
import { words } from '@/server/words'
import { LimitArticle } from './limit-article'

type Props = { slug: string; article: ListedArticle; onDelete: () => void }

/** What can be done with an article besides opening it; where it may not be, the menu says why. */
export function ArticleMenu({ slug, article, onDelete }: Props) {
  const t = words()
  const [isLimiting, setLimiting] = useState(false)
  const [isOpen, setIsOpen] = useState(false)
  // What waits for an editor is asked again by the act itself.
  const reason = whyNotRemoveArticle({ publishedClaims: article.publishedClaims, inReview: 0 })
  return (
    <>
      <Menu.Root modal={false} open={isOpen} onOpenChange={setIsOpen}>
        <Menu.Trigger
          className="btn quiet icon-only sm"
          aria-label={t('deleted.articleActs', { title: article.title })}
        >
          <Icon of={Ellipsis} />
        </Menu.Trigger>
        <Menu.Portal container={isOpen ? document.getElementById('main') : null}>
          <Menu.Content className="pop menu" align="end" sideOffset={4}>
            <Menu.Item className="item" onSelect={() => setLimiting(true)}>
              <Icon of={Lock} size="sm" /> {t('limit.act')}
            </Menu.Item>
            <Menu.Item
              className={`item ${reason ? 'is-off' : ''}`}
              aria-disabled={reason ? true : undefined}
              onSelect={(event) => (reason ? event.preventDefault() : onDelete())}
            >
              <Icon of={Trash2} size="sm" />
              <span>
                {t('deleted.deleteArticle')}
                {reason && <span className="meta"> {say(reason)}</span>}
              </span>
            </Menu.Item>
          </Menu.Content>
        </Menu.Portal>
      </Menu.Root>
      {isLimiting && <LimitArticle slug={slug} article={article} onClose={() => setLimiting(false)} />}
    </>
  )
}
