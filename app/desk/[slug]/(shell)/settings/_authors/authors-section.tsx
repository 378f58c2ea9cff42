'use client'
import { useMutation } from '@tanstack/react-query'
import { words } from '../../../../../../server/words'
import { useTRPC } from '../../../../../_api/client'
import { SettingSection } from '../setting-section'

type Props = { desk: { slug: string; suggestersAreAuthors: boolean }; mayChange: boolean }

/** Whether suggesting a wording makes one an author. */
export function AuthorsSection({ desk: { slug, suggestersAreAuthors }, mayChange }: Props) {
  const t = words()
  const change = useMutation(useTRPC().settings.changeSuggesters.mutationOptions())
  async function save(form: FormData, was: { suggestersAreAuthors: boolean }) {
    const kept = { suggestersAreAuthors: form.has('suggestersAreAuthors') }
    await change.mutateAsync({ desk: slug, was, to: kept })
    return { kept }
  }
  const label = t('settings.authors.suggesters')
  return (
    <SettingSection
      id="authors"
      title={t('settings.authors.title')}
      lead={t('settings.authors.lead')}
      facts={[{ label, value: t(suggestersAreAuthors ? 'settings.yes' : 'settings.no') }]}
      kept={{ suggestersAreAuthors }}
      {...{ mayChange, save }}
    >
      {(_, read) => (
        <label className="check">
          <input type="checkbox" name="suggestersAreAuthors" defaultChecked={read.suggestersAreAuthors} />
          <span>{label}</span>
        </label>
      )}
    </SettingSection>
  )
}
