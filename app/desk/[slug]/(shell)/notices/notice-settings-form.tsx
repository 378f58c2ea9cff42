'use client'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import { sentenceOf } from '@/app/_api/refusal-of'
import { sayDone } from '@/app/_ui/toast'
import { mailRhythms, type NoticeKind, noticeKinds } from '@/db/vocabulary'
import { type NoticeSettings, noticeSettingsShape } from '@/server/notice/notice'
import { words } from '@/server/words'

type Props = { slug: string; settings: NoticeSettings }

/** What one wants to be told here and by mail, and how often mail may come. */
export function NoticeSettingsForm({ slug, settings }: Props) {
  const t = words()
  const [seen, setSeen] = useState(settings)
  const [problem, setProblem] = useState<string | null>(null)
  const change = useMutation(useTRPC().notice.changeSettings.mutationOptions())
  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const to = noticeSettingsShape.parse({
      told: form.getAll('told'),
      mailed: form.getAll('mailed'),
      rhythm: form.get('rhythm'),
    })
    try {
      await change.mutateAsync({ desk: slug, was: seen, to })
      setSeen(to)
      setProblem(null)
      sayDone(t('notice.settings.saved'))
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }
  return (
    <form className="notice-settings" method="post" onSubmit={save} aria-labelledby="notice-settings">
      <h2 id="notice-settings">{t('notice.settings.title')}</h2>
      <p className="ink-2">{t('notice.settings.lead')}</p>
      {problem && (
        <p className="notice bad" role="alert">
          {problem}
        </p>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">{t('notice.settings.what')}</th>
            <th scope="col">{t('notice.settings.told')}</th>
            <th scope="col">{t('notice.settings.mailed')}</th>
          </tr>
        </thead>
        <tbody>
          {noticeKinds.map((kind) => (
            <Kind key={kind} kind={kind} settings={settings} />
          ))}
        </tbody>
      </table>
      <label className="rhythm">
        {t('notice.settings.rhythm')}
        <select className="select" name="rhythm" defaultValue={settings.rhythm}>
          {mailRhythms.map((rhythm) => (
            <option key={rhythm} value={rhythm}>
              {t(`notice.settings.rhythms.${rhythm}`)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="btn" aria-disabled={change.isPending || undefined}>
        {t('notice.settings.save')} <span className="vh">{t('notice.settings.title')}</span>
      </button>
    </form>
  )
}

function Kind({ kind, settings }: { kind: NoticeKind; settings: NoticeSettings }) {
  const t = words()
  const name = t(`notice.settings.kind.${kind}`)
  return (
    <tr>
      <th scope="row">{name}</th>
      {(['told', 'mailed'] as const).map((way) => (
        <td key={way}>
          <input
            type="checkbox"
            name={way}
            value={kind}
            defaultChecked={settings[way].includes(kind)}
            aria-label={`${name}: ${t(`notice.settings.${way}`)}`}
          />
        </td>
      ))}
    </tr>
  )
}
