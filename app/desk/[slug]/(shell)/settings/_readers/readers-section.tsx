'use client'
import { useMutation } from '@tanstack/react-query'
import { faceShape, publicLanguages } from '../../../../../../server/member/settings/desk-settings'
import { screenLocale, words } from '../../../../../../server/words'
import { useTRPC } from '../../../../../_api/client'
import { Field, SelectField } from '../../../../../_form/field'
import { problemsIn } from '../../../../../_form/problem'
import { SettingSection } from '../setting-section'

type Face = { name: string; timeZone: string; language: string }
type Props = { desk: Face & { slug: string }; mayChange: boolean; timeZones: string[] }

/** The desk's public name, time zone and language. */
export function ReadersSection({ desk, mayChange, timeZones }: Props) {
  const t = words()
  const change = useMutation(useTRPC().settings.changeFace.mutationOptions())
  const { slug, name, timeZone, language } = desk

  async function save(form: FormData, was: Face) {
    const typed = Object.fromEntries(form)
    const to = faceShape.safeParse(typed)
    if (!to.success) return { problems: problemsIn(faceShape, typed, sentences()) }
    await change.mutateAsync({ desk: slug, was, to: to.data })
    return { kept: to.data }
  }

  return (
    <SettingSection
      id="readers"
      title={t('settings.readers.title')}
      lead={t('settings.readers.lead', { address: `/desk/${slug}` })}
      facts={[
        { label: t('settings.readers.name'), value: name },
        { label: t('settings.readers.timeZone'), value: timeZone },
        { label: t('settings.readers.language'), value: languageName(language) },
      ]}
      kept={{ name, timeZone, language }}
      {...{ mayChange, save }}
    >
      {(problems, read) => (
        <>
          <Field
            label={t('settings.readers.name')}
            name="name"
            defaultValue={read.name}
            problems={problems}
          />
          <SelectField
            label={t('settings.readers.timeZone')}
            name="timeZone"
            hint={t('settings.readers.timeZoneHint')}
            defaultValue={read.timeZone}
            problems={problems}
          >
            {withOwn(timeZones, read.timeZone).map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </SelectField>
          <SelectField
            label={t('settings.readers.language')}
            name="language"
            hint={t('settings.readers.languageHint')}
            defaultValue={read.language}
            problems={problems}
          >
            {withOwn(publicLanguages, read.language).map((code) => (
              <option key={code} value={code}>
                {languageName(code)}
              </option>
            ))}
          </SelectField>
        </>
      )}
    </SettingSection>
  )
}

/** What can be chosen, with what is chosen already: a zone may go by an older name. */
const withOwn = (all: string[], own: string) => (all.includes(own) ? all : [own, ...all])

const languageName = (code: string) =>
  new Intl.DisplayNames(screenLocale(), { type: 'language' }).of(code) ?? code

function sentences(): Record<string, string> {
  const t = words()
  return {
    name: t('settings.readers.nameMissing'),
    timeZone: t('settings.readers.timeZoneMissing'),
    language: t('settings.readers.languageMissing'),
  }
}
