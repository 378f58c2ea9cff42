/** The outline of the results while they are looked for. */
export default function Loading() {
  return (
    <main className="desk" aria-busy="true">
      <div className="empty" aria-hidden="true">
        {['40%', '70%', '55%', '62%'].map((width) => (
          <span key={width} className="sk late" style={{ width }} />
        ))}
      </div>
    </main>
  )
}
