'use client'
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Icon } from '@/app/_ui/icon'
import { words } from '@/server/words'
import { copyChecks } from './copy-checks'

type Props = { slug: string; numbers: number[]; className: string }

/** Copies checks for pasting, and says whether they are on the clipboard now. */
export function CopyButton({ slug, numbers, className }: Props) {
  const t = words()
  const [said, setSaid] = useState<{ for: string; done: boolean; wrong: string | null } | null>(null)
  const of = numbers.join()
  // What was said about other checks is not about these.
  const now = said?.for === of ? said : null
  const copy = async () => {
    const refused = await copyChecks(slug, numbers).catch(() => t('takeAlong.notCopied'))
    setSaid({ for: of, done: refused === null, wrong: refused })
  }
  return (
    <>
      <button type="button" className={className} onClick={() => void copy()}>
        <Icon of={now?.done ? Check : Copy} />{' '}
        <span aria-live="polite">{t(now?.done ? 'takeAlong.copied' : 'takeAlong.copy')}</span>
      </button>
      {now?.wrong && (
        <span className="field-wrong" role="alert">
          {now.wrong}
        </span>
      )}
    </>
  )
}
