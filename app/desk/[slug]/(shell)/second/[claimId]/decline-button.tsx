'use client'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import { words } from '@/server/words'

/** Declines to judge, after asking once more: the article opens then, and whoever has seen it cannot be asked again. */
export function DeclineButton({ slug, id }: { slug: string; id: string }) {
  const t = words()
  const router = useRouter()
  const [isSure, setSure] = useState(false)
  const decline = useMutation(
    useTRPC().secondVerdict.takeBack.mutationOptions({
      onSuccess: () => {
        sayDone(t('secondVerdict.isDeclined'))
        router.refresh()
      },
      onError: (error) => sayWrong(sentenceOf(error)),
    }),
  )
  if (!isSure) {
    return (
      <button type="button" className="btn quiet" onClick={() => setSure(true)}>
        {t('secondVerdict.decline')}
      </button>
    )
  }
  return (
    <span className="acts">
      <span>{t('secondVerdict.sure')}</span>
      <button
        type="button"
        className="btn danger"
        // The person has just asked for it.
        // biome-ignore lint/a11y/noAutofocus: see above
        autoFocus
        aria-disabled={decline.isPending || undefined}
        onClick={() => !decline.isPending && decline.mutate({ desk: slug, id })}
      >
        {t('secondVerdict.declineNow')}
      </button>
      <button type="button" className="btn quiet" onClick={() => setSure(false)}>
        {t('ownVerdict.leave')}
      </button>
    </span>
  )
}
