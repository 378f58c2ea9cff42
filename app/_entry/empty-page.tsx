type Props = { title: string; lead: string; children: React.ReactNode }

/** A page with nothing to show: what is so, and the way on. */
export function EmptyPage({ title, lead, children }: Props) {
  return (
    <main className="empty" id="main" tabIndex={-1}>
      <h1 className="big">{title}</h1>
      <p>{lead}</p>
      <p className="row">{children}</p>
    </main>
  )
}
