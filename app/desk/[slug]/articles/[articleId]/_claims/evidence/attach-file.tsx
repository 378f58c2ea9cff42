'use client'
import { useId } from 'react'
import { words } from '@/server/words'

type Props = { number: number; isAttaching: boolean; onFile: (file: File) => void }

/** Chooses a file to keep behind a source; the same file can be chosen again. */
export function AttachFile({ number, isAttaching, onFile }: Props) {
  const t = words()
  const id = useId()
  return (
    <span className="attach">
      <input
        id={id}
        type="file"
        className="vh"
        disabled={isAttaching}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) onFile(file)
          target.value = ''
        }}
      />
      <label className="linkbtn" htmlFor={id}>
        {t(isAttaching ? 'evidence.attaching' : 'evidence.attach')}
        <span className="vh"> {number}</span>
      </label>
    </span>
  )
}
