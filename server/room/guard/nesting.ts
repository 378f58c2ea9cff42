import * as Y from 'yjs'
import type { RoomDoc } from '../doc/room-doc'

type Update = ReturnType<typeof Y.decodeUpdate>

const deepest = 32

/** Whether an update puts an element deeper than any rationale goes; depth costs the stack of whoever reads it. */
export function isNestedTooDeep(update: Update, doc: RoomDoc): boolean {
  const elements = update.structs.filter(isElement)
  if (elements.length === 0) return false
  const find = finder(update, doc)
  const depths = new Map<Y.Item, number>()
  return elements.some((element) => depthOf(element, find, depths) > deepest)
}

function isElement(struct: Update['structs'][number]): struct is Y.Item {
  return struct instanceof Y.Item && struct.content instanceof Y.ContentType
}

/** How many elements an item of the update lies in; items that cannot be found count as lying at the top. */
function depthOf(item: Y.Item, find: Find, depths: Map<Y.Item, number>): number {
  // A loop, not a recursion: chains of neighbours may be as long as the text.
  const path: { item: Y.Item; step: number }[] = []
  let at: Y.Item | null = item
  let depth = 0
  const seen = new Set<Y.Item>()
  while (at && !seen.has(at)) {
    seen.add(at)
    const known = depths.get(at)
    if (known !== undefined) {
      depth = known
      break
    }
    const parent: unknown = at.parent
    if (parent instanceof Y.AbstractType) {
      depth = depthInDocument(at)
      break
    }
    const isChild = parent instanceof Y.ID
    const towards: Y.ID | null = isChild ? parent : parent ? null : (at.origin ?? at.rightOrigin)
    path.push({ item: at, step: isChild ? 1 : 0 })
    at = towards && find(towards)
  }
  for (const { item, step } of path.reverse()) {
    depth += step
    depths.set(item, depth)
  }
  return depth
}

function depthInDocument(item: Y.Item): number {
  let depth = 0
  let parent: unknown = item.parent
  while (parent instanceof Y.AbstractType && parent._item && depth <= deepest) {
    depth += 1
    parent = parent._item.parent
  }
  return depth
}

type Find = (id: Y.ID) => Y.Item | null

/** Finds items by id, in the document or, where they are new, in the update. */
function finder(update: Update, doc: RoomDoc): Find {
  const brought = new Map<number, Update['structs']>()
  for (const struct of update.structs) {
    const structs = brought.get(struct.id.client)
    if (structs) structs.push(struct)
    else brought.set(struct.id.client, [struct])
  }
  return (id) => {
    const isStored = id.clock < Y.getState(doc.store, id.client)
    const structs = isStored ? doc.store.clients.get(id.client) : brought.get(id.client)
    const [first, last] = [structs?.[0], structs?.at(-1)]
    if (!structs || !first || !last) return null
    if (id.clock < first.id.clock || id.clock >= last.id.clock + last.length) return null
    // Between first and last there are no holes: Yjs fills them with skips.
    const found = structs[Y.findIndexSS(structs as (Y.Item | Y.GC)[], id.clock)]
    return found instanceof Y.Item ? found : null
  }
}
