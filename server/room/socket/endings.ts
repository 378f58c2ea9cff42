/** Why the server ends a connection; the code of the closed socket tells the browser which it was. */
export const endings = {
  /** The browser itself has left the room. */
  left: 1000,
  /** A frame was larger than the socket takes; `ws` itself ends it so. */
  'frame-too-large': 1009,
  /** The document was damaged, forged or misaddressed: sending the same again will not help. */
  'update-refused': 4400,
  /** The pass does not hold, or the session behind it ended. */
  'session-ended': 4401,
  /** The member may not be in this room any more. */
  'not-admitted': 4403,
  'too-fast': 4429,
  'too-many': 4430,
  /** Another process holds the room now, or this one is stopping: connect again. */
  'room-moved': 4503,
} as const
export type Ending = keyof typeof endings
