import { named, type PdfFile, type Ref, type Value } from './pdf-file'

/** An element of what a document says, for those who hear it or make other pages of it (ISO 32000-2, 14.7). */
export type Element = { tag: Tag; kids: (Element | Marked | Noted)[]; attributes?: Record<string, Value> }
export type Tag =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'BlockQuote'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Link'
/** A piece of a page's content by its number there. */
type Marked = { mark: number; page: number }
/** A place on a page that leads elsewhere. */
type Noted = { note: Ref; page: number; key: number }

/** What pages say to the tree: the elements of their marks, in order. */
type PageMarks = { ref: Ref; marks: Element[] }

export const element = (tag: Tag, parent?: Element, attributes?: Record<string, Value>): Element => {
  const made: Element = { tag, kids: [], ...(attributes && { attributes }) }
  parent?.kids.push(made)
  return made
}

/** Writes the tree, with the table by which readers find from a page's content to its element. */
export function writeStructure(file: PdfFile, root: Element, pages: PageMarks[]): Ref {
  const tree = file.name()
  const refs = new Map<Element, Ref>()
  const notes: [number, Ref][] = []
  const write = (one: Element, parent: Ref): Ref => {
    const ref = file.name()
    refs.set(one, ref)
    const kids = one.kids.map((kid): Value => {
      if ('tag' in kid) return write(kid, ref)
      const page = pages[kid.page]?.ref
      if ('mark' in kid) return { Type: named('MCR'), Pg: page, MCID: kid.mark }
      notes.push([kid.key, ref])
      return { Type: named('OBJR'), Pg: page, Obj: kid.note }
    })
    file.write(ref, { Type: named('StructElem'), S: named(one.tag), P: parent, K: kids, A: one.attributes })
    return ref
  }
  const document = write(root, tree)
  const ofPages = pages.map(({ marks }, index): [number, Value] => [
    index,
    marks.map((one) => refs.get(one) ?? null),
  ])
  const numbers = [...ofPages, ...notes.toSorted(([one], [other]) => one - other)].flat()
  const parents = file.add({ Nums: numbers })
  file.write(tree, { Type: named('StructTreeRoot'), K: [document], ParentTree: parents })
  return tree
}
