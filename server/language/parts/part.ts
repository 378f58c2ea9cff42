/** The screens' words by where they are said: those of the house on every page, the others where such a screen is opened. */
export const parts = ['house', 'room', 'approvals', 'settings'] as const

export type Part = (typeof parts)[number]

export const isPart = (name: string | undefined): name is Part => parts.some((part) => part === name)

/** The text under a dotted name in a tree of messages; null when it has none. */
export function messageIn(tree: object | undefined, name: string): string | null {
  let node: unknown = tree
  for (const part of name.split('.'))
    node = node && typeof node === 'object' ? Reflect.get(node, part) : undefined
  return typeof node === 'string' ? node : null
}

/** Of a tree of messages those that are named. */
export function only(names: Iterable<string>, tree: object): object {
  const picked = {}
  for (const name of names) {
    const path = name.split('.')
    let node: object = picked
    for (const part of path.slice(0, -1)) {
      if (!Reflect.has(node, part)) Reflect.set(node, part, {})
      node = Reflect.get(node, part)
    }
    Reflect.set(node, path.at(-1) ?? '', messageIn(tree, name))
  }
  return picked
}
