'use client'
import { copyName } from '@/server/publication/copy/check-copy'
import {
  articleCopyPath,
  type CopyFormat,
  checkCopyPath,
  copyFormats,
} from '@/server/publication/publication'
import { words } from '@/server/words'
import { CopyButton } from '../../../../_copies/copy-button'
import { useRoom } from '../../_room/use-room'

type Props = { number: number; version: number; article: number }

/** The published check for pasting or as a file for the CMS or for print, and all of its article. */
export function TakeAlong({ number, version, article }: Props) {
  const t = words()
  const { desk } = useRoom()
  return (
    <>
      <Files
        title={t('takeAlong.check')}
        name={copyName({ number, version })}
        pathOf={(format) => checkCopyPath(number, version, format)}
      >
        <CopyButton slug={desk.slug} numbers={[number]} className="linkbtn" />
      </Files>
      <Files
        title={t('takeAlong.article')}
        name={`checks-${article}`}
        pathOf={(format) => articleCopyPath(article, format)}
      />
    </>
  )
}

type FilesProps = {
  title: string
  name: string
  pathOf: (format: CopyFormat) => string
  children?: React.ReactNode
}

function Files({ title, name, pathOf, children }: FilesProps) {
  return (
    <p className="acts">
      <span>{title}</span>
      {copyFormats.map((format) => (
        <a key={format} href={pathOf(format)} download={`${name}.${format}`}>
          {words()(`takeAlong.format.${format}`)}
        </a>
      ))}
      {children}
    </p>
  )
}
