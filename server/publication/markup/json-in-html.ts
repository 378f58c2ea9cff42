/** JSON that may stand inside a script element: nothing in it can end the element or break a line of script. */
export function jsonInHtml(value: object): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escaped)
}
