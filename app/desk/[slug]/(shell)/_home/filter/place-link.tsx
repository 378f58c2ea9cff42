import type { ArticlePlace } from '@/server/article/list/article-filter'
import { useArticlePlace } from './use-article-place'

type Props = Omit<React.ComponentProps<'a'>, 'href'> & { to: ArticlePlace; onGo?: () => void }

/** A link to other articles of the list: pressed, it changes the list in place; opened in another window, it is an address. */
export function PlaceLink({ to, onGo, children, ...rest }: Props) {
  const { hrefOf, go } = useArticlePlace()
  return (
    <a
      {...rest}
      href={hrefOf(to)}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
        event.preventDefault()
        go(to)
        onGo?.()
      }}
    >
      {children}
    </a>
  )
}
