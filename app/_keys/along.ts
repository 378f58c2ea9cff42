/** Which way an arrow goes along a row of buttons, in the direction the page is read: 1 on, -1 back, 0 for another key. */
export function stepAlong(key: string): 1 | -1 | 0 {
  const [on, back] = arrowsOf(document.documentElement)
  if (key === on) return 1
  return key === back ? -1 : 0
}

/** An arrow as it is meant where a text is read from the left: one that is read from the right is walked the other way. */
export function asFromTheLeft(key: string, text: Element): string {
  const [on, back] = arrowsOf(text)
  if (key === on) return 'ArrowRight'
  return key === back ? 'ArrowLeft' : key
}

const arrowsOf = (element: Element) =>
  getComputedStyle(element).direction === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
