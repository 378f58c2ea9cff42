/** Two claims of the demo that say the same, by their quotes: the one that was there first gives the proposition its words. */
export const sameCount = {
  first: 'put the number of displaced at between 500 and 600',
  other: 'The Velmora Centre put the number of displaced at 500 to 600',
} as const
