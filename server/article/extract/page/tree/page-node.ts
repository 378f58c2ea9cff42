import type { PageDocument } from './page-document'
import type { PageElement } from './page-tree'

/** A piece of a page: words, a comment or an element, linked to what stands around it. */
export class PageNode {
  parentNode: PageElement | null = null
  previousSibling: PageNode | null = null
  nextSibling: PageNode | null = null
  constructor(
    readonly nodeType: 1 | 3 | 8 | 9,
    readonly ownerDocument: PageDocument | null,
    public data: string,
  ) {}

  get nodeName(): string {
    return this.nodeType === 3 ? '#text' : '#comment'
  }
  get textContent(): string {
    return this.data
  }
  set textContent(text: string) {
    this.data = text
  }
  get parentElement(): PageElement | null {
    return this.parentNode?.nodeType === 9 ? null : this.parentNode
  }
  get childNodes(): PageNode[] {
    return []
  }
  remove(): void {
    this.parentNode?.removeChild(this)
  }
}
