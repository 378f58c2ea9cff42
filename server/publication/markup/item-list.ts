import type { ItemList, WithContext } from 'schema-dts'
import { claimPath, type PublicVersion } from '../publication'

type Listed = Pick<PublicVersion, 'number' | 'content'>

/** The pages of an article's claims in their order (schema.org/ItemList): each has its own ClaimReview, the list none. */
export function itemListOf(
  newest: Listed[],
  { name, url }: { name: string; url: string },
): WithContext<ItemList> {
  const { origin } = new URL(url)
  return {
    ...{ '@context': 'https://schema.org', '@type': 'ItemList', name, url },
    numberOfItems: newest.length,
    itemListElement: newest.map(({ number, content }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      url: origin + claimPath(number, content.claim.statement),
    })),
  }
}
