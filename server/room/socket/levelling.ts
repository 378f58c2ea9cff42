import type { Part } from './frame'

/** A part of all that a browser tells that was heard so lately, in ms, means that more are on their way. */
const underway = 2_500

/**
 * Whether a browser has told, on this connection, all that it has and the room lacked, and all of it was taken. Only
 * then may its versions be confirmed.
 */
export class Levelling {
  /** The room has asked for everything and waits for it. */
  private hasAsked = false
  private hasTold = false
  private hasRefused = false
  private nextPart = 0
  private partAt = Number.NEGATIVE_INFINITY

  constructor(private readonly now: () => number) {}

  get isLevel(): boolean {
    return this.hasTold && !this.hasRefused
  }

  /** The room waits for something that does not come: it is to be asked for again. */
  get isStuck(): boolean {
    return !this.isLevel && this.now() - this.partAt > underway
  }

  /** Something was lost on its way; true when the browser is to be asked for everything, once. */
  begin(): boolean {
    this.hasTold = false
    this.nextPart = 0
    const isFirst = !this.hasAsked
    this.hasAsked = true
    return isFirst
  }

  /** Something it sent was not taken: what it tells next decides. */
  refuse(): void {
    this.hasRefused = true
    this.nextPart = 0
  }

  /** A part of all it has was taken; with the last one it has told everything, when none before was missing. */
  reachPart({ index, count }: Part): void {
    this.partAt = this.now()
    this.nextPart = index === 0 || index === this.nextPart ? index + 1 : 0
    if (this.nextPart === count) this.reach()
  }

  /** The browser has told all it has, and it was taken. */
  reach(): void {
    this.hasTold = true
    this.hasAsked = false
    this.hasRefused = false
    this.nextPart = 0
  }
}
