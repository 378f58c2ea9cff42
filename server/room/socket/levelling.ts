import type { Part } from './frame'

/** How long an answer may take, or the next part of one, before it is asked for again, in ms; twice that each further time. */
const firstPatience = 2_500

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
  /** When the room last asked, or a part of the answer came. */
  private heardAt = Number.NEGATIVE_INFINITY
  private patience = firstPatience

  constructor(private readonly now: () => number) {}

  get isLevel(): boolean {
    return this.hasTold && !this.hasRefused
  }

  /** The room waits for something that does not come: it is to be asked for again. What was refused would be again. */
  get isStuck(): boolean {
    return !this.hasTold && !this.hasRefused && this.now() - this.heardAt > this.patience
  }

  /** The room asks for everything. */
  ask(): void {
    if (this.hasAsked) this.patience *= 2
    this.hasAsked = true
    this.heardAt = this.now()
  }

  /** Something was lost on its way; true when the browser is to be asked for everything, once. */
  begin(): boolean {
    this.hasTold = false
    this.nextPart = 0
    return !this.hasAsked
  }

  /** Something it sent was not taken: what it tells next decides. */
  refuse(): void {
    this.hasRefused = true
    this.hasAsked = false
    this.nextPart = 0
  }

  /** A part of all it has was taken; with the last one it has told everything, when none before was missing. */
  reachPart({ index, count }: Part): void {
    this.heardAt = this.now()
    this.nextPart = index === 0 || index === this.nextPart ? index + 1 : 0
    if (this.nextPart === count) this.reach()
  }

  /** The browser has told all it has, and it was taken. */
  reach(): void {
    this.hasTold = true
    this.hasAsked = false
    this.hasRefused = false
    this.nextPart = 0
    this.patience = firstPatience
  }
}
