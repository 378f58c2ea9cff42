'use client'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { languages } from '../../db/vocabulary'
import { isOffered, ownName } from '../../server/language/language'
import { words } from '../../server/words'
import { useTRPC } from '../_api/client'
import { sentenceOf } from '../_api/refusal-of'
import { speak } from '../_entry/speak'
import { SelectField } from '../_form/field'
import { SubmitButton } from '../_form/submit-button'
import { sayWrong } from '../_ui/toast'

/** One's own language, whatever desks one is on; the page is made anew in it. */
export function LanguageSection({ language }: { language: string }) {
  const t = words()
  const change = useMutation(
    useTRPC().language.change.mutationOptions({
      onSuccess: (_answer, chosen) => speak(chosen.language),
      onError: (error) => sayWrong(sentenceOf(error)),
    }),
  )

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const chosen = String(new FormData(event.currentTarget).get('language'))
    if (isOffered(chosen)) change.mutate({ language: chosen })
  }

  return (
    <section className="setting" aria-labelledby="own-language">
      <header>
        <h2 id="own-language">{t('language.title')}</h2>
        <p className="ink-2">{t('language.lead')}</p>
      </header>
      <form method="post" onSubmit={send}>
        <SelectField label={t('language.choose')} name="language" defaultValue={language} problems={[]}>
          {languages.map((one) => (
            <option key={one} value={one} lang={one}>
              {ownName(one)}
            </option>
          ))}
        </SelectField>
        <SubmitButton className="btn" isBusy={change.isPending}>
          {t('language.save')}
        </SubmitButton>
      </form>
    </section>
  )
}
