'use client'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTRPC } from '@/app/_api/client'
import { refusalOf, sentenceOf } from '@/app/_api/refusal-of'
import { BesideNewer } from '@/app/_form/beside-newer'
import { useAsRead } from '@/app/_form/use-as-read'
import { sayDone } from '@/app/_ui/toast'
import { mailRhythms, type NoticeKind, noticeKinds } from '@/db/vocabulary'
import { type NoticeSettings, noticeSettingsShape } from '@/server/notice/notice'
import { words } from '@/server/words'

type Props = { slug: string; settings: NoticeSettings }

/** What one wants to be told here and by mail, and how often mail may come. */
export function NoticeSettingsForm({ slug, settings }: Props) {
  const t = words()
  const router = useRouter()
  const { read, isNewer, was, times, saved, overtaken, take } = useAsRead(settings)
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
      await change.mutateAsync({ desk: slug, was, to })
      saved(to)
      setProblem(null)
      sayDone(t('notice.settings.saved'))
    } catch (error) {
      setProblem(sentenceOf(error))
      if (refusalOf(error)?.code !== 'setting-changed') return
      overtaken()
      router.refresh()
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
      <BesideNewer
        newer={isNewer ? { title: t('settings.newer'), shown: <Newer settings={settings} /> } : null}
        take={t('newer.take')}
        onTake={() => {
          take()
          setProblem(null)
        }}
      >
        <table key={times}>
          <thead>
            <tr>
              <th scope="col">{t('notice.settings.what')}</th>
              <th scope="col">{t('notice.settings.told')}</th>
              <th scope="col">{t('notice.settings.mailed')}</th>
            </tr>
          </thead>
          <tbody>
            {noticeKinds.map((kind) => (
              <Kind key={kind} kind={kind} settings={read} />
            ))}
          </tbody>
        </table>
        <label className="rhythm">
          {t('notice.settings.rhythm')}
          <select key={times} className="select" name="rhythm" defaultValue={read.rhythm}>
            {mailRhythms.map((rhythm) => (
              <option key={rhythm} value={rhythm}>
                {t(`notice.settings.rhythms.${rhythm}`)}
              </option>
            ))}
          </select>
        </label>
      </BesideNewer>
      <button type="submit" className="btn" aria-disabled={change.isPending || undefined}>
        {t(isNewer ? 'newer.saveMine' : 'notice.settings.save')}{' '}
        <span className="vh">{t('notice.settings.title')}</span>
      </button>
    </form>
  )
}

/** What one is told now by another window, beside what is ticked here. */
function Newer({ settings: { told, mailed, rhythm } }: { settings: NoticeSettings }) {
  const t = words()
  const named = (kinds: NoticeKind[]) =>
    kinds.map((kind) => t(`notice.settings.kind.${kind}`)).join(' · ') || t('notice.settings.nothing')
  return (
    <dl className="setting-facts">
      <dt className="label">{t('notice.settings.told')}</dt>
      <dd>{named(told)}</dd>
      <dt className="label">{t('notice.settings.mailed')}</dt>
      <dd>{named(mailed)}</dd>
      <dt className="label">{t('notice.settings.rhythm')}</dt>
      <dd>{t(`notice.settings.rhythms.${rhythm}`)}</dd>
    </dl>
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
