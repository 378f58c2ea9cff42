'use client'
import { FileUp, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { Icon } from '@/app/_ui/icon'
import { mostFileBytes } from '@/server/article/file/file-type'
import { words } from '@/server/words'
import { type SentFile, useFiles } from './use-files'

const accepted =
  '.txt,.html,.htm,.xhtml,.docx,.pdf,.eml,.mhtml,.mht,.srt,.vtt,text/plain,text/html,application/pdf,message/rfc822'

type Props = { slug: string; onAlone: (href: string) => void }

/** Files that are dropped or chosen, each with a line that says how far it has come. */
export function FilesForm({ slug, onAlone }: Props) {
  const t = words()
  const { files, isBusy, add, again } = useFiles(slug, onAlone)
  const done = files.filter(({ state }) => 'href' in state)
  const first = done.find(({ state }) => state.is === 'ready')
  return (
    <div className="field">
      <label
        className="drop"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          if (!isBusy) add(event.dataTransfer.files)
        }}
      >
        <Icon of={FileUp} />
        <span>
          {t(isBusy ? 'import.busy' : 'import.drop')} <span className="linkbtn">{t('import.choose')}</span>
        </span>
        <input
          type="file"
          className="vh"
          multiple
          accept={accepted}
          disabled={isBusy}
          onChange={(event) => {
            add(event.target.files ?? [])
            // The same file may be chosen again once it was mended.
            event.target.value = ''
          }}
        />
      </label>
      <p className="meta">{t('import.fileHint', { megabytes: mostFileBytes / 1_000_000 })}</p>
      {files.length > 0 && (
        <>
          <ul className="sent-files" aria-label={t('import.files')}>
            {files.map((one) => (
              <FileLine key={one.key} sent={one} onAgain={isBusy ? null : () => again(one)} />
            ))}
          </ul>
          <p className="meta" role="status">
            {t('import.filesDone', { done: done.length, all: files.length })}
          </p>
          {!isBusy && files.length > 1 && first && 'href' in first.state && (
            <Link className="btn primary" href={first.state.href}>
              {t('import.lookFirst')}
            </Link>
          )}
        </>
      )}
    </div>
  )
}

function FileLine({ sent, onAgain }: { sent: SentFile; onAgain: (() => void) | null }) {
  const t = words()
  const { file, state } = sent
  return (
    <li>
      {'href' in state ? (
        <Link href={state.href}>
          <bdi>{file.name}</bdi>
        </Link>
      ) : (
        <bdi>{file.name}</bdi>
      )}{' '}
      {state.is === 'refused' ? (
        <>
          <span className="err">
            <Icon of={TriangleAlert} size="sm" /> {state.sentence}
          </span>
          {onAgain && (
            <button type="button" className="linkbtn" onClick={onAgain}>
              {t('import.again')} <span className="vh">{file.name}</span>
            </button>
          )}
        </>
      ) : (
        <span className="meta">{t(`import.file.${state.is}`)}</span>
      )}
    </li>
  )
}
