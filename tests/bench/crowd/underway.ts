import type { Written } from './person'

/** Edits that are on their way to other screens. */
export class Underway {
  private readonly byAuthor = new Map<number, { until: number; madeAt: number; awaited: number }[]>()

  /** An edit was made, and is awaited on so many screens. */
  sent({ author, until }: Written, madeAt: number, awaited: number): void {
    if (awaited === 0) return
    const edits = this.byAuthor.get(author)
    if (edits) edits.push({ until, madeAt, awaited })
    else this.byAuthor.set(author, [{ until, madeAt, awaited }])
  }

  /** One screen has now what an author wrote between two clocks: when each edit that ends there was made. */
  arrived(author: number, from: number, to: number): number[] {
    const edits = this.byAuthor.get(author) ?? []
    const made: number[] = []
    for (let at = edits.length - 1; at >= 0; at--) {
      const edit = edits[at]
      if (!edit || edit.until <= from) break
      if (edit.until > to) continue
      edit.awaited -= 1
      made.push(edit.madeAt)
    }
    while (edits[0]?.awaited === 0) edits.shift()
    return made
  }

  /** On how many screens edits made since then are still awaited. */
  missingSince(madeAt: number): number {
    const edits = [...this.byAuthor.values()].flat().filter((edit) => edit.madeAt >= madeAt)
    return edits.reduce((sum, { awaited }) => sum + awaited, 0)
  }
}
