declare module 'linebreak' {
  /** Finds where a line may end (UAX #14); positions are UTF-16 units behind the break. */
  export default class LineBreaker {
    constructor(text: string)
    nextBreak(): { position: number; required: boolean } | null
  }
}
