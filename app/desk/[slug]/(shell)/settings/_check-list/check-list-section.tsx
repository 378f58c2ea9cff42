'use client'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { v7 as uuid } from 'uuid'
import { useTRPC } from '@/app/_api/client'
import type { CheckLine, CheckList } from '@/server/check-list/check-list'
import { words } from '@/server/words'
import { SettingSection } from '../setting-section'
import { LineFields } from './line-fields'

type Props = { slug: string; list: CheckList; mayChange: boolean }

/** What editors check by hand before they decide, line by line, and whether all of it must be ticked. */
export function CheckListSection({ slug, list, mayChange }: Props) {
  const t = words()
  const change = useMutation(useTRPC().checkList.change.mutationOptions())
  const [lines, setLines] = useState(list.lines)
  const [isDemanded, setIsDemanded] = useState(list.isDemanded)
  const [newest, setNewest] = useState<string | null>(null)
  const replace = (next: CheckLine) => setLines(lines.map((line) => (line.id === next.id ? next : line)))
  const add = () => {
    const line = { id: uuid(), text: '', kinds: [] }
    setLines([...lines, line])
    setNewest(line.id)
  }
  async function save(_: FormData, was: number) {
    const { version } = await change.mutateAsync({ desk: slug, version: was, lines, isDemanded })
    return { kept: version }
  }
  const take = () => {
    setLines(list.lines)
    setIsDemanded(list.isDemanded)
  }
  return (
    <SettingSection
      id="check-list"
      title={t('settings.checkList.title')}
      lead={t('settings.checkList.lead')}
      facts={factsOf(list)}
      kept={list.version}
      onTake={take}
      {...{ mayChange, save }}
    >
      {() => (
        <>
          {lines.length === 0 && <p className="meta">{t('settings.checkList.none')}</p>}
          <ol
            className="check-lines"
            id="check-lines"
            aria-label={t('settings.checkList.lines')}
            tabIndex={-1}
          >
            {lines.map((line, index) => (
              <LineFields
                key={line.id}
                line={line}
                number={index + 1}
                isNew={line.id === newest}
                onChange={replace}
                onRemove={() => {
                  setLines(lines.filter(({ id }) => id !== line.id))
                  document.getElementById('check-lines')?.focus()
                }}
              />
            ))}
          </ol>
          <button type="button" className="btn" onClick={add}>
            {t('settings.checkList.add')}
          </button>
          <label className="check">
            <input
              type="checkbox"
              checked={isDemanded}
              onChange={(event) => setIsDemanded(event.target.checked)}
            />
            <span>{t('settings.checkList.demanded')}</span>
          </label>
        </>
      )}
    </SettingSection>
  )
}

function factsOf({ lines, isDemanded }: CheckList) {
  const t = words()
  const demanded = {
    label: t('settings.checkList.demanded'),
    value: t(isDemanded ? 'settings.yes' : 'settings.no'),
  }
  if (!lines.length)
    return [{ label: t('settings.checkList.lines'), value: t('settings.checkList.none') }, demanded]
  const all = lines.map(({ text, kinds }, index) => ({
    label: t('settings.checkList.line', { number: index + 1 }),
    value: kinds.length ? `${text} (${kinds.map((kind) => t(`claimKind.${kind}`)).join(', ')})` : text,
  }))
  return [...all, demanded]
}
