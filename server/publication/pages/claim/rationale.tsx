import type { ReactNode } from 'react'
import type { Rationale as RationaleDoc, RationaleMark, RationaleNode } from '../../../claim/rationale'
import type { FrozenSource } from '../../../review/submission'
import { linkOf } from '../../../source/source'
import type { Edition } from '../edition'

type Props = { rationale: RationaleDoc; sources: FrozenSource[]; edition: Edition }

/** The reasons for a verdict; each citation leads to its source on the same page. */
export function Rationale({ rationale, sources, edition }: Props) {
  return rationale.content.map((node, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
    <Node key={index} node={node} sources={sources} edition={edition} />
  ))
}

function Node({ node, ...rest }: { node: RationaleNode } & Omit<Props, 'rationale'>): ReactNode {
  if (node.type === 'text') return (node.marks ?? []).reduce(withMark, node.text)
  if (node.type === 'citation') return <Citation id={node.attrs.source} {...rest} />
  const inside = node.content.map((child, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
    <Node key={index} node={child} {...rest} />
  ))
  switch (node.type) {
    case 'paragraph':
      return <p>{inside}</p>
    case 'blockquote':
      return <blockquote>{inside}</blockquote>
    case 'bulletList':
      return <ul>{inside}</ul>
    case 'orderedList':
      return <ol>{inside}</ol>
    case 'listItem':
      return <li>{inside}</li>
  }
}

function withMark(inside: ReactNode, mark: RationaleMark): ReactNode {
  if (mark.type === 'link') return <Link address={linkOf(mark.attrs.href)}>{inside}</Link>
  return mark.type === 'bold' ? <strong>{inside}</strong> : <em>{inside}</em>
}

function Link({ address, children }: { address: string | null; children: ReactNode }) {
  if (!address) return children
  return (
    <a href={address} rel="nofollow noopener">
      {children}
    </a>
  )
}

function Citation({ id, sources, edition: { say } }: { id: string } & Omit<Props, 'rationale'>) {
  const number = sources.findIndex((source) => source.id === id) + 1
  if (!number) return null
  return (
    <a className="cite" href={`#source-${number}`} aria-label={say('public.source', { number })}>
      {number}
    </a>
  )
}
