import { words } from '@/server/words'

/** The columns of the workspace before their words are there; it appears after 300 ms, so that nothing flickers. */
export function Skeleton() {
  return (
    <div className="ws-page">
      <div className="wsbar" />
      <main className="ws skel" aria-busy="true">
        <h1 className="vh">{words()('workspace.opening')}</h1>
        <Column lines={['h 88', 'h 60', '100', '96', '99', '70', '97', '100', '92', '44']} name="ws-read" />
        <Column lines={['50', 'box 100', 'box 100', 'box 100']} name="ws-list" />
        <Column lines={['36', 'box 100', '80', '64', 'box 100']} name="ws-detail" />
      </main>
    </div>
  )
}

function Column({ lines, name }: { lines: string[]; name: string }) {
  return (
    <div className={name} aria-hidden="true">
      {lines.map((line, index) => {
        const [width, look] = line.split(' ').toReversed()
        // The lines never change place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        return <span key={index} className={`sk ${look ?? ''}`} style={{ width: `${width}%` }} />
      })}
    </div>
  )
}
