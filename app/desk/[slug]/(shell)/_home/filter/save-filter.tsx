import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { v7 as newId } from 'uuid'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { Field } from '@/app/_form/field'
import { Dialog } from '@/app/_ui/dialog'
import { sayDone } from '@/app/_ui/toast'
import type { ArticleFilter } from '@/server/article/list/article-filter'
import { longestName } from '@/server/article/saved/saved-filter'
import { type Member, may } from '@/server/member/member'
import { words } from '@/server/words'

type Props = { slug: string; member: Member; filter: ArticleFilter; onClose: () => void }

/** Asks for the name that the present filter is saved under. */
export function SaveFilter({ slug, member, filter, onClose }: Props) {
  const t = words()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [id] = useState(() => newId())
  const [name, setName] = useState('')
  const [isShared, setIsShared] = useState(false)
  const save = useMutation(
    trpc.filter.save.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: trpc.filter.pathKey() })
        onClose()
        sayDone(t('articles.saved.done'))
      },
    }),
  )
  const problems = save.error ? [{ field: 'filter-name', sentence: sentenceOf(save.error) }] : []
  return (
    <Dialog title={t('articles.saved.saveTitle')} isOpen onClose={onClose}>
      <form
        className="saved-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({ desk: slug, id, name, isShared, filter })
        }}
      >
        <Field
          label={t('articles.saved.name')}
          name="filter-name"
          autoComplete="off"
          maxLength={longestName}
          required
          problems={problems}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        {may(member, 'share filters') && (
          <label className="check">
            <input
              type="checkbox"
              checked={isShared}
              onChange={(event) => setIsShared(event.target.checked)}
            />
            {t('articles.saved.share')}
          </label>
        )}
        <button type="submit" className="btn primary" disabled={save.isPending}>
          {t('articles.saved.save')}
        </button>
      </form>
    </Dialog>
  )
}
