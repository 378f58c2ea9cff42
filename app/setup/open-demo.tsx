'use client'
import { useMutation } from '@tanstack/react-query'
import Link from 'next/link'
import { words } from '../../server/words'
import { useTRPC } from '../_api/client'
import { sentenceOf } from '../_api/refusal-of'

/** The way to look around before anything is set up. */
export function OpenDemo({ isOpen }: { isOpen: boolean }) {
  const t = words()
  const demo = useMutation(
    useTRPC().demo.open.mutationOptions({ onSuccess: () => window.location.assign('/sign-in') }),
  )
  const isBusy = demo.isPending || demo.isSuccess
  return (
    <aside className="scale" aria-labelledby="demo-h">
      <h2 id="demo-h">{t('demo.title')}</h2>
      <p>{t('demo.lead')}</p>
      {demo.isError && (
        <p className="notice bad" role="alert">
          {sentenceOf(demo.error)}
        </p>
      )}
      {isOpen ? (
        <Link className="btn" href="/sign-in">
          {t('demo.go')}
        </Link>
      ) : (
        <button type="button" className="btn" disabled={isBusy} onClick={() => demo.mutate()}>
          {t(isBusy ? 'demo.opening' : 'demo.open')}
        </button>
      )}
    </aside>
  )
}
