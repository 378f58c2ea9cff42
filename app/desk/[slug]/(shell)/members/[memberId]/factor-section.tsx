'use client'
import { useMutation } from '@tanstack/react-query'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { sayDone, sayWrong } from '@/app/_ui/toast'
import { words } from '@/server/words'

type Props = { slug: string; colleague: { id: string; name: string } }

/** For admins: lets a colleague in again who has lost their second factor. */
export function FactorSection({ slug, colleague: { id, name } }: Props) {
  const t = words()
  const remove = useMutation(
    useTRPC().session.removeFactorOf.mutationOptions({
      onSuccess: () => sayDone(t('factor.resetDone', { name })),
      onError: (error) => sayWrong(sentenceOf(error)),
    }),
  )
  return (
    <section className="setting" aria-labelledby="colleague-factor">
      <header>
        <h2 id="colleague-factor">{t('factor.resetTitle')}</h2>
        <p className="ink-2">{t('factor.resetLead', { name })}</p>
      </header>
      <p>
        <button
          type="button"
          className="btn danger"
          disabled={remove.isPending}
          onClick={() => remove.mutate({ desk: slug, memberId: id })}
        >
          {t('factor.reset')}
        </button>
      </p>
    </section>
  )
}
