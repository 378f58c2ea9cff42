import { words } from '@/server/words'

/** The outline of the results while they are looked for. */
export default function Loading() {
  return (
    <main className="desk" aria-busy="true">
      <h1 className="vh">{words()('ui.opening')}</h1>
      <div className="empty late" aria-hidden="true">
        {['40%', '70%', '55%', '62%'].map((width) => (
          <span key={width} className="sk" style={{ width }} />
        ))}
      </div>
    </main>
  )
}
