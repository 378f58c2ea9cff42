import { type CopyFormat, copyFormats } from '../../publication'
import type { Edition } from '../edition'

type Props = {
  /** What the files are called where they are kept. */
  name: string
  text: string
  pathOf: (format: CopyFormat) => string
  edition: Edition
}

/** The files in which checks leave the house, as plain links. */
export function TakeAlong({ name, text, pathOf, edition: { say } }: Props) {
  return (
    <section>
      <h2>{say('takeAlong.title')}</h2>
      <ul>
        {copyFormats.map((format) => (
          <li key={format}>
            <a href={pathOf(format)} download={`${name}.${format}`}>
              {say(`takeAlong.format.${format}`)}
            </a>
          </li>
        ))}
      </ul>
      <p className="meta">{text}</p>
    </section>
  )
}
