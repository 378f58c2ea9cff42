import { copyName } from '../../../copy/check-copy'
import { cardPath, cardShapes } from '../../../drawn/drawings'
import type { PublicVersion } from '../../../publication'
import type { Edition } from '../../edition'

type Props = { shown: PublicVersion; edition: Edition }

/** The check as a picture to pass on, as plain links. */
export function ShareCard({ shown, edition: { say } }: Props) {
  return (
    <section>
      <h2>{say('card.title')}</h2>
      <ul>
        {cardShapes.map((shape) => (
          <li key={shape}>
            <a
              href={cardPath(shown, shape, shown.underReview !== null)}
              download={`${copyName(shown)}-${shape}.png`}
            >
              {say(`card.shape.${shape}`)}
            </a>
          </li>
        ))}
      </ul>
      <p className="meta">{say('card.text')}</p>
    </section>
  )
}
