/** An act of the table of who may, as a label: they are named there in the words that people use. */
export const actInWords = (act: string) => `${act.charAt(0).toUpperCase()}${act.slice(1)}`
