/** Where a page keeps the last button that was pressed before its script was there, until that takes it over. */
export const earlyPressPlace = 'proofroomPressed'

/** What stands in the head of each page, as it has to run before all else: buttons that only a script answers are noted. */
export const noteEarlyPress = `addEventListener('click',globalThis.${earlyPressPlace}=function note(e){var b=e.target.closest&&e.target.closest('button[type=button]');if(b)note.button=b},true)`
