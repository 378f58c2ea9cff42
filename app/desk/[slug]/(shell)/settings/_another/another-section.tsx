'use client'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { z } from 'zod'
import { deskNameShape, timeZoneShape } from '../../../../../../server/member/desk'
import { words } from '../../../../../../server/words'
import { useTRPC } from '../../../../../_api/client'
import { sentenceOf } from '../../../../../_api/refusal-of'
import { Field, SelectField } from '../../../../../_form/field'
import { ProblemSummary, problemsIn } from '../../../../../_form/problem'
import { SubmitButton } from '../../../../../_form/submit-button'
import { useProblems } from '../../../../../_form/use-problems'
import { sayDone } from '../../../../../_ui/toast'

const shape = z.object({ anotherName: deskNameShape, anotherZone: timeZoneShape })

type Props = { slug: string; timeZone: string; timeZones: string[] }

/** Founds a further desk, whose members are invited next. */
export function AnotherSection({ slug, timeZone, timeZones }: Props) {
  const t = words()
  const router = useRouter()
  const found = useMutation(useTRPC().member.foundAnother.mutationOptions())
  const { problems, tries, show } = useProblems()

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = Object.fromEntries(new FormData(event.currentTarget))
    const desk = shape.safeParse(typed)
    if (!desk.success) return show(problemsIn(shape, typed, sentences()))
    const { anotherName: name, anotherZone } = desk.data
    try {
      const there = await found.mutateAsync({ desk: slug, name, timeZone: anotherZone })
      sayDone(t('settings.another.done', { desk: name }))
      router.push(`/desk/${there}/members`)
    } catch (error) {
      show([{ field: null, sentence: sentenceOf(error) }])
    }
  }

  return (
    <section className="setting" aria-labelledby="another">
      <header>
        <h2 id="another">{t('settings.another.title')}</h2>
        <p className="ink-2">{t('settings.another.lead')}</p>
      </header>
      <form method="post" noValidate onSubmit={send}>
        <ProblemSummary key={tries} title={t('settings.another.problem')} problems={problems} />
        <Field label={t('settings.another.name')} name="anotherName" autoComplete="off" problems={problems} />
        <SelectField
          label={t('settings.readers.timeZone')}
          name="anotherZone"
          defaultValue={timeZone}
          problems={problems}
        >
          {(timeZones.includes(timeZone) ? timeZones : [timeZone, ...timeZones]).map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </SelectField>
        <SubmitButton className="btn" isBusy={found.isPending}>
          {t('settings.another.submit')}
        </SubmitButton>
      </form>
    </section>
  )
}

function sentences(): Record<string, string> {
  const t = words()
  return {
    anotherName: t('settings.readers.nameMissing'),
    anotherZone: t('settings.readers.timeZoneMissing'),
  }
}
