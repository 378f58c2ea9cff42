import type { Edition } from '../pages/edition'
import type { Sheet } from '../pages/shell'
import type { PublicVersion } from '../publication'
import { cardOf, cardText } from './card'
import { cardPath } from './drawings'
import { measures } from './measures'

/** What a link to a claim's page shows elsewhere: the card of the version on it, as it stands. */
export function pictureOfPage(shown: PublicVersion, edition: Edition): NonNullable<Sheet['picture']> {
  const { width, height } = measures.wide
  const path = cardPath(shown, 'wide', shown.underReview !== null)
  return { path, width, height, text: cardText(cardOf(shown, edition), edition) }
}
