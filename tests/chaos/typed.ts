/** Strings that people typed, each the only one of its kind, and who took which out or brought it back. */
export class Typed {
  private readonly strings = new Map<
    string,
    { by: string; act: number; isThere: boolean; touchedBy: Set<string> }
  >()

  /** A string nobody typed before. */
  next(by: string, act: number): string {
    const string = `[${by}.${act}]`
    this.strings.set(string, { by, act, isThere: true, touchedBy: new Set() })
    return string
  }

  /** What an act of somebody took out of a text, or brought back into it, as they saw it. */
  noteChange(by: string, before: string, after: string): void {
    for (const [string, known] of this.strings) {
      const isThere = after.includes(string)
      if (before.includes(string) === isThere) continue
      known.isThere = isThere
      known.touchedBy.add(by)
    }
  }

  /** Must stand in the room once: nobody took it out, or the only one who did brought it back. */
  mustBeThere(): string[] {
    return this.certain(true)
  }

  mustBeGone(): string[] {
    return this.certain(false)
  }

  /** Those of `mustBeThere` that somebody typed in their first so many acts. */
  typedBy(by: string, acts: number): string[] {
    return this.mustBeThere().filter((string) => {
      const known = this.strings.get(string)
      return known?.by === by && known.act <= acts && known.touchedBy.size === 0
    })
  }

  // Of what two people took out and brought back, who was later depends on the way the news took.
  private certain(isThere: boolean): string[] {
    const known = [...this.strings].filter(([, one]) => one.touchedBy.size < 2 && one.isThere === isThere)
    return known.map(([string]) => string)
  }
}
