import { Parser } from 'htmlparser2'
import { PageNode } from './page-node'
import { PageElement } from './page-tree'

/** Deeper in each other no page's tags lie: whoever walks through them by recursion would run out of stack. */
const mostDepth = 5000

/** A whole page. */
export class PageDocument extends PageElement {
  constructor() {
    super(null, '#document', {}, 9)
  }
  // Readability makes addresses absolute by these; ours are made so by whoever knows where the page is from.
  readonly baseURI = ''
  readonly documentURI = ''
  get documentElement(): PageElement | null {
    return this.children.find((child) => child.localName === 'html') ?? this.firstElementChild
  }
  /** What is shown of the page; all of it where its markup has no body. */
  get body(): PageElement {
    return this.querySelector('body') ?? this
  }
  get title(): string {
    return this.querySelector('title')?.textContent ?? ''
  }
  // Readability calls what it makes by capitals, and so its last passes leave out what it had made: more of an article stays.
  createElement(name: string): PageElement {
    return new PageElement(this, name, {})
  }
  createTextNode(text: string): PageNode {
    return new PageNode(3, this, text)
  }

  /**
   * Reads markup, as forgiving as browsers are of what is not closed, and puts what it says into an element; a RangeError
   * where tags lie too deep in each other.
   */
  parseInto(root: PageElement, html: string): void {
    let open = root
    let depth = 0
    const parser = new Parser({
      onopentag: (name, attributes) => {
        if (++depth > mostDepth) throw new RangeError('tags lie too deep in each other')
        open = open.appendChild(new PageElement(this, name, attributes))
      },
      onclosetag: () => {
        depth -= 1
        open = open.parentNode ?? root
      },
      ontext: (text) => {
        open.appendChild(new PageNode(3, this, text))
      },
      oncomment: (text) => {
        open.appendChild(new PageNode(8, this, text))
      },
    })
    parser.write(html)
    parser.end()
  }
}

/** A page's markup as a tree. */
export function documentOf(html: string): PageDocument {
  const document = new PageDocument()
  document.parseInto(document, html)
  return document
}
