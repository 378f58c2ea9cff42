'use client'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { z } from 'zod'
import { deskNameShape, timeZoneShape } from '../../server/member/desk'
import { emailShape, nameShape } from '../../server/member/member'
import { passwordShape } from '../../server/session/session'
import { words } from '../../server/words'
import { useTRPC } from '../_api/client'
import { refusalOf, sentenceOf } from '../_api/refusal-of'
import { signInHere } from '../_api/session'
import { Field, SelectField } from '../_form/field'
import { ProblemSummary, problemsIn } from '../_form/problem'
import { SubmitButton } from '../_form/submit-button'
import { useProblems } from '../_form/use-problems'
import type { Founded } from './first-run'
import { useOwnTimeZone } from './use-own-time-zone'

const shape = z.object({
  desk: deskNameShape,
  timeZone: timeZoneShape,
  name: nameShape,
  email: emailShape,
  password: passwordShape,
  code: z.string().trim().min(1).nullable().default(null),
})

type Props = { needsCode: boolean; timeZones: string[]; onFounded: (founded: Founded) => void }

/** Founds the first desk with the one who fills this in as its admin, and signs them in. */
export function FoundForm({ needsCode, timeZones, onFounded }: Props) {
  const t = words()
  const own = useOwnTimeZone()
  const found = useMutation(useTRPC().member.foundDesk.mutationOptions())
  const { problems, tries, show } = useProblems()

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = Object.fromEntries(new FormData(event.currentTarget))
    const founding = shape.safeParse(typed)
    if (!founding.success) return show(problemsIn(shape, typed, sentences()))
    try {
      const { desk } = await found.mutateAsync(founding.data)
      const refusal = await signInHere(founding.data.email, founding.data.password)
      onFounded({ desk, name: founding.data.desk, isSignedIn: refusal === null })
    } catch (error) {
      const field = refusalOf(error)?.code === 'set-up-code-wrong' ? 'code' : null
      show([{ field, sentence: sentenceOf(error) }])
    }
  }

  return (
    <>
      <h1>{t('setup.title')}</h1>
      <p className="lead">{t('setup.lead')}</p>
      {/* Without its script the form must not put a password into the address. */}
      <form method="post" noValidate onSubmit={send}>
        <ProblemSummary key={tries} title={t('setup.problem')} problems={problems} />
        <Field
          label={t('setup.desk')}
          name="desk"
          hint={t('setup.deskHint')}
          autoComplete="organization"
          problems={problems}
        />
        <SelectField
          key={own}
          label={t('setup.timeZone')}
          name="timeZone"
          defaultValue={own}
          problems={problems}
        >
          {(timeZones.includes(own) ? timeZones : [own, ...timeZones]).map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </SelectField>
        <div className="two">
          <Field label={t('setup.name')} name="name" autoComplete="name" problems={problems} />
          <Field
            label={t('setup.email')}
            name="email"
            type="email"
            autoComplete="username"
            problems={problems}
          />
        </div>
        <Field
          label={t('setup.password')}
          name="password"
          type="password"
          hint={t('setup.passwordHint')}
          autoComplete="new-password"
          problems={problems}
        />
        {needsCode && (
          <Field
            label={t('setup.code')}
            name="code"
            hint={t('setup.codeHint')}
            autoComplete="off"
            problems={problems}
          />
        )}
        <div className="row">
          <SubmitButton className="btn primary lg" isBusy={found.isPending}>
            {t(found.isPending ? 'setup.busy' : 'setup.submit')}
          </SubmitButton>
        </div>
      </form>
    </>
  )
}

function sentences(): Record<string, string> {
  const t = words()
  return {
    desk: t('setup.deskMissing'),
    timeZone: t('setup.timeZoneMissing'),
    name: t('newcomer.nameMissing'),
    email: t('newcomer.emailMissing'),
    password: t('newcomer.passwordMissing'),
    code: t('setup.codeMissing'),
  }
}
