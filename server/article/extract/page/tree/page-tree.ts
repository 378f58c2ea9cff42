import type { PageDocument } from './page-document'
import { PageNode } from './page-node'
import { matcherOf } from './selector'
import { elementFrom, elementsIn, firstIn, isElement, markupOf, styleOf, textIn } from './walk'

type Named = { name: string; value: string }

/**
 * An element, with as much of the DOM as reading an article takes (Readability's needs and our own) and no more: no
 * events, no live lists and no object for each attribute, which is where a whole DOM spends most of its time.
 */
export class PageElement extends PageNode {
  firstChild: PageNode | null = null
  lastChild: PageNode | null = null
  readonly tagName: string
  constructor(
    ownerDocument: PageDocument | null,
    readonly localName: string,
    public attributesByName: Record<string, string>,
    nodeType: 1 | 9 = 1,
  ) {
    super(nodeType, ownerDocument, '')
    this.tagName = localName.toUpperCase()
  }

  override get nodeName(): string {
    return this.tagName
  }
  override get childNodes(): PageNode[] {
    const nodes: PageNode[] = []
    for (let node = this.firstChild; node; node = node.nextSibling) nodes.push(node)
    return nodes
  }
  get children(): PageElement[] {
    return this.childNodes.filter(isElement)
  }
  get firstElementChild(): PageElement | null {
    return elementFrom(this.firstChild, 'nextSibling')
  }
  get nextElementSibling(): PageElement | null {
    return elementFrom(this.nextSibling, 'nextSibling')
  }
  get previousElementSibling(): PageElement | null {
    return elementFrom(this.previousSibling, 'previousSibling')
  }

  getAttribute(name: string): string | null {
    return this.hasAttribute(name) ? (this.attributesByName[name] ?? null) : null
  }
  hasAttribute(name: string): boolean {
    return Object.hasOwn(this.attributesByName, name)
  }
  setAttribute(name: string, value: string): void {
    this.attributesByName[name] = value
  }
  removeAttribute(name: string): void {
    if (this.hasAttribute(name)) delete this.attributesByName[name]
  }
  get attributes(): (Named & { cloneNode: () => Named })[] {
    return Object.entries(this.attributesByName).map(([name, value]) => ({
      name,
      value,
      cloneNode: () => ({ name, value }),
    }))
  }
  setAttributeNode({ name, value }: Named): void {
    this.setAttribute(name, value)
  }
  get id(): string {
    return this.getAttribute('id') ?? ''
  }
  set id(value: string) {
    this.setAttribute('id', value)
  }
  get className(): string {
    return this.getAttribute('class') ?? ''
  }
  set className(value: string) {
    this.setAttribute('class', value)
  }
  get src(): string {
    return this.getAttribute('src') ?? ''
  }
  get srcset(): string {
    return this.getAttribute('srcset') ?? ''
  }
  get style(): Record<string, string> | null {
    return styleOf(this.getAttribute('style'))
  }

  override get textContent(): string {
    return textIn(this)
  }
  override set textContent(text: string) {
    this.empty()
    if (text !== '') this.appendChild(new PageNode(3, this.ownerDocument, text))
  }
  get innerHTML(): string {
    return this.childNodes.map(markupOf).join('')
  }
  set innerHTML(html: string) {
    this.empty()
    this.ownerDocument?.parseInto(this, html)
  }

  appendChild<Child extends PageNode>(node: Child): Child {
    node.remove()
    node.parentNode = this
    node.previousSibling = this.lastChild
    if (this.lastChild) this.lastChild.nextSibling = node
    else this.firstChild = node
    this.lastChild = node
    return node
  }
  removeChild<Child extends PageNode>(node: Child): Child {
    if (node.previousSibling) node.previousSibling.nextSibling = node.nextSibling
    else this.firstChild = node.nextSibling
    if (node.nextSibling) node.nextSibling.previousSibling = node.previousSibling
    else this.lastChild = node.previousSibling
    node.parentNode = node.previousSibling = node.nextSibling = null
    return node
  }
  replaceChild<Child extends PageNode>(node: PageNode, old: Child): Child {
    node.remove()
    const { previousSibling: before, nextSibling: next } = old
    Object.assign(node, { parentNode: this, previousSibling: before, nextSibling: next })
    if (before) before.nextSibling = node
    else this.firstChild = node
    if (next) next.previousSibling = node
    else this.lastChild = node
    old.parentNode = old.previousSibling = old.nextSibling = null
    return old
  }
  private empty(): void {
    while (this.firstChild) this.removeChild(this.firstChild)
  }

  contains(other: PageNode | null): boolean {
    for (let node = other; node; node = node.parentNode) if (node === this) return true
    return false
  }
  getElementsByTagName(name: string): PageElement[] {
    return elementsIn(this, (element) => element.localName === name)
  }
  querySelectorAll(selector: string): PageElement[] {
    return elementsIn(this, matcherOf(selector))
  }
  querySelector(selector: string): PageElement | null {
    return firstIn(this, matcherOf(selector))
  }
  closest(selector: string): PageElement | null {
    const matches = matcherOf(selector)
    let element: PageElement | null = this
    while (element && !matches(element)) element = element.parentNode
    return element
  }
}
