/**
 * Whether a browser has told, on this connection, all that it has and the room lacked, and all of it was taken. Only
 * then may its versions be confirmed.
 */
export class Levelling {
  /** The room has asked for everything and waits for it. */
  private hasAsked = false
  private hasTold = false
  private hasRefused = false

  get isLevel(): boolean {
    return this.hasTold && !this.hasRefused
  }

  /** Something was lost on its way; true when the browser is to be asked for everything, once. */
  begin(): boolean {
    this.hasTold = false
    const isFirst = !this.hasAsked
    this.hasAsked = true
    return isFirst
  }

  /** Something it sent was not taken: what it tells next decides. */
  refuse(): void {
    this.hasRefused = true
  }

  /** The browser has told all it has, and it was taken. */
  reach(): void {
    this.hasTold = true
    this.hasAsked = false
    this.hasRefused = false
  }
}
