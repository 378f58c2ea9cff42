import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'

/**
 * The Merkle tree of RFC 6962 over the log's entries. A perfect subtree of 2^level leaves is named by its level and its
 * place among those of its level, from the left; it never changes once it is full.
 */
export type TreeNode = { level: number; place: number; hash: Uint8Array }

/** A tree of `size` leaves, as the roots of the perfect subtrees it is made of: one for each bit that is set in its size. */
export type Tree = { size: number; roots: ReadonlyMap<number, Uint8Array> }

export const emptyTree: Tree = { size: 0, roots: new Map() }

/** SHA-256 of a leaf: the bytes of an entry behind a zero. */
export const leafHash = (entry: Uint8Array) => sha256(concatBytes(Uint8Array.of(0), entry))

const parentHash = (left: Uint8Array, right: Uint8Array) => sha256(concatBytes(Uint8Array.of(1), left, right))

/** The subtrees whose roots a tree of this size is made of, the largest first. */
export function partsOf(size: number): { level: number; place: number }[] {
  const parts = []
  for (let level = 0, rest = size; rest > 0; level++, rest = Math.floor(rest / 2))
    if (rest % 2 === 1) parts.push({ level, place: rest - 1 })
  return parts.reverse()
}

/** The tree with one more leaf, and all subtrees that this leaf has made full, itself first. */
export function grown({ size, roots }: Tree, leaf: Uint8Array): { tree: Tree; added: TreeNode[] } {
  const next = new Map(roots)
  const added = [{ level: 0, place: size, hash: leaf }]
  let newest = { level: 0, place: size, hash: leaf }
  while (newest.place % 2 === 1) {
    const left = next.get(newest.level)
    if (!left) throw new Error(`the log's tree has no subtree of level ${newest.level} before leaf ${size}`)
    next.delete(newest.level)
    newest = {
      level: newest.level + 1,
      place: (newest.place - 1) / 2,
      hash: parentHash(left, newest.hash),
    }
    added.push(newest)
  }
  return { tree: { size: size + 1, roots: next.set(newest.level, newest.hash) }, added }
}

/** The hash that stands for all leaves and their order. */
export function rootOf({ roots }: Tree): Uint8Array {
  const fromRight = [...roots].sort(([one], [other]) => one - other).map(([, hash]) => hash)
  return fromRight.length > 0
    ? fromRight.reduce((right, left) => parentHash(left, right))
    : sha256(new Uint8Array())
}

/** Leaves from `from` up to but without `to`, as they stand side by side under one node of the tree. */
type Span = { from: number; to: number }

/** What stands beside a leaf on its way up to the root of a tree of `size`, the nearest first (RFC 6962, 2.1.1). */
export function besideLeaf(index: number, size: number): Span[] {
  const beside: Span[] = []
  let span = { from: 0, to: size }
  while (span.to - span.from > 1) {
    const middle = span.from + leftOf(span)
    const [left, right] = [
      { ...span, to: middle },
      { ...span, from: middle },
    ]
    beside.push(index < middle ? right : left)
    span = index < middle ? left : right
  }
  return beside.reverse()
}

/** The hash over a span, from the perfect subtrees that `hashOf` knows. */
export function spanHash(
  span: Span,
  hashOf: (part: { level: number; place: number }) => Uint8Array,
): Uint8Array {
  const part = perfect(span)
  if (part) return hashOf(part)
  const middle = span.from + leftOf(span)
  return parentHash(spanHash({ ...span, to: middle }, hashOf), spanHash({ ...span, from: middle }, hashOf))
}

/** The perfect subtrees that a span is made of. */
export function perfectIn(span: Span): { level: number; place: number }[] {
  const part = perfect(span)
  if (part) return [part]
  const middle = span.from + leftOf(span)
  return [...perfectIn({ ...span, to: middle }), ...perfectIn({ ...span, from: middle })]
}

function perfect({ from, to }: Span): { level: number; place: number } | null {
  const level = Math.log2(to - from)
  return Number.isInteger(level) && from % (to - from) === 0 ? { level, place: from / (to - from) } : null
}

/** How many leaves stand on the left below the node over a span: the largest power of two that is less than all. */
const leftOf = ({ from, to }: Span) => 2 ** (Math.ceil(Math.log2(to - from)) - 1)
