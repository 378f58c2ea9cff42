import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { directionOf } from '../../language/language'
import type { CheckCopy, CopyBlock, Run } from './check-copy'

/** Checks as a piece of HTML for somebody else's page: plain elements, no class, style or script. */
export function copyHtml(copies: CheckCopy[]): string {
  return copies.map((copy) => `${renderToStaticMarkup(<Check copy={copy} />)}\n`).join('')
}

function Check({ copy: { name, language, blocks } }: { copy: CheckCopy }) {
  return (
    <article lang={language} dir={directionOf(language)} id={name}>
      <Blocks blocks={blocks} name={name} />
    </article>
  )
}

function Blocks({ blocks, name }: { blocks: CopyBlock[]; name: string }) {
  return blocks.map((block, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
    <Block key={index} block={block} name={name} />
  ))
}

function Block({ block, name }: { block: CopyBlock; name: string }): ReactNode {
  switch (block.kind) {
    case 'title':
      return (
        <h2>
          <Runs runs={block.runs} name={name} />
        </h2>
      )
    case 'heading':
      return (
        <h3>
          <Runs runs={block.runs} name={name} />
        </h3>
      )
    case 'paragraph':
      return (
        <p>
          <Runs runs={block.runs} name={name} />
        </p>
      )
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.blocks} name={name} />
        </blockquote>
      )
    case 'list': {
      const List = block.isOrdered ? 'ol' : 'ul'
      return (
        <List>
          {block.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
            <li key={index}>
              <Blocks blocks={item} name={name} />
            </li>
          ))}
        </List>
      )
    }
    case 'sources':
      return (
        <ol>
          {block.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
            <li key={index} id={placeOf(name, index + 1)}>
              <Runs runs={item} name={name} />
            </li>
          ))}
        </ol>
      )
  }
}

function Runs({ runs, name }: { runs: Run[]; name: string }) {
  return runs.map((run, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
    <Words key={index} run={run} name={name} />
  ))
}

function Words({
  run: { text, isBold, isItalic, link, cites },
  name,
}: {
  run: Run
  name: string
}): ReactNode {
  if (cites) return <a href={`#${placeOf(name, cites)}`}>{text}</a>
  const linked = link ? <a href={link}>{text}</a> : text
  const leaning = isItalic ? <em>{linked}</em> : linked
  return isBold ? <strong>{leaning}</strong> : leaning
}

/** Several checks may share a page: each names its sources by itself. */
const placeOf = (name: string, source: number) => `${name}-source-${source}`
