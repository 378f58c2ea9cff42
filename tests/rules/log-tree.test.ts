import { createHash } from 'node:crypto'
import { hexToBytes } from '@noble/hashes/utils.js'
import { expect, test } from 'vitest'
import { climb, rootOfLeaves } from '../../server/command/verify/log/tree.mjs'
import { bundleOf, outgrownBy, tilePath, tilesOf } from '../../server/publication/log/tree/tile'
import {
  besideLeaf,
  emptyTree,
  grown,
  leafHash,
  perfectIn,
  rootOf,
  spanHash,
  type TreeNode,
} from '../../server/publication/log/tree/tree'

/** The leaves and roots with which implementations of RFC 6962 are compared. */
const leaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

function treeOf(entries: Uint8Array[]) {
  let tree = emptyTree
  const nodes: TreeNode[] = []
  for (const entry of entries) {
    const next = grown(tree, leafHash(entry))
    tree = next.tree
    nodes.push(...next.added)
  }
  const hashOf = ({ level, place }: { level: number; place: number }) => {
    const node = nodes.find((one) => one.level === level && one.place === place)
    if (!node) throw new Error(`no node ${place} at level ${level}`)
    return node.hash
  }
  return { tree, hashOf, nodes }
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

test('the roots are those of RFC 6962', () => {
  expect(hex(rootOf(emptyTree))).toBe(createHash('sha256').digest('hex'))
  const grownTo = roots.map((_, at) => hex(rootOf(treeOf(leaves.slice(0, at + 1).map(hexToBytes)).tree)))
  expect(grownTo).toEqual(roots)
})

test('whatever the size, the tree that grows leaf by leaf is the one that is built from its leaves at once', () => {
  const entries = Array.from({ length: 70 }, (_, at) => Buffer.from(`entry ${at}`))
  for (let size = 0; size <= entries.length; size++) {
    const own = entries.slice(0, size)
    const atOnce = rootOfLeaves(own.map((entry) => Buffer.from(leafHash(entry))))
    expect(Buffer.from(rootOf(treeOf(own).tree)).toString('base64')).toBe(atOnce)
  }
})

test('an entry and what stands beside it on its way make the root, for every entry of every size', () => {
  const entries = Array.from({ length: 40 }, (_, at) => Buffer.from(`entry ${at}`))
  for (let size = 1; size <= entries.length; size++) {
    const { tree, hashOf } = treeOf(entries.slice(0, size))
    for (let index = 0; index < size; index++) {
      const beside = besideLeaf(index, size).map((span) => spanHash(span, hashOf))
      expect(climb({ index, size, leaf: leafHash(entries[index] ?? Buffer.of()) }, beside)).toBe(
        Buffer.from(rootOf(tree)).toString('base64'),
      )
    }
  }
})

test('a span is made of subtrees that are full', () => {
  expect(perfectIn({ from: 0, to: 11 })).toEqual([
    { level: 3, place: 0 },
    { level: 1, place: 4 },
    { level: 0, place: 10 },
  ])
})

test('tiles are named as C2SP tlog-tiles names them', () => {
  expect(tilePath({ of: 0, place: 0, width: 256 })).toBe('/log/tile/0/000')
  expect(tilePath({ of: 1, place: 1_234_067, width: 256 })).toBe('/log/tile/1/x001/x234/067')
  expect(tilePath({ of: 'entries', place: 273, width: 112 })).toBe('/log/tile/entries/273.p/112')
})

test('a tree has the tiles that the specification’s example has', () => {
  // A tree of 70,000 entries: 273 full tiles and one of 112 at level 0, one full and one of 17 at level 1, one of 1 at level 2.
  const tiles = tilesOf(70_000).filter(({ of }) => of !== 'entries')
  expect(tiles.filter(({ width }) => width < 256)).toEqual([
    { of: 0, place: 273, width: 112 },
    { of: 1, place: 1, width: 17 },
    { of: 2, place: 0, width: 1 },
  ])
  expect(tiles).toHaveLength(274 + 2 + 1)
})

test('what a tile at the edge has been is outgrown, and nothing that a tree of now or of more entries has', () => {
  const outgrown = outgrownBy(300).map(tilePath)
  expect(outgrown).toContain('/log/tile/0/001.p/43')
  expect(outgrown).toContain('/log/tile/entries/000.p/255')
  const standing = [...tilesOf(300), ...tilesOf(301)].map(tilePath)
  expect(outgrown.filter((path) => standing.includes(path))).toEqual([])
  expect(outgrownBy(0)).toEqual([])
})

test('entries stand in a bundle behind their length', () => {
  const long = new Uint8Array(300).fill(7)
  expect(hex(bundleOf([Uint8Array.of(1, 2), long]))).toBe(`00020102012c${'07'.repeat(300)}`)
})
