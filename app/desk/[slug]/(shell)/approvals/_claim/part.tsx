/** One part of a claim under its name. */
export function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="chg" aria-label={title}>
      <h4>{title}</h4>
      <div>{children}</div>
    </section>
  )
}
