/** The origin of what is typed into a field letter by letter: Ctrl+Z outside fields takes back acts, not letters. */
export const typing = {}
