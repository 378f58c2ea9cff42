import { type AddressInfo, createServer, type Socket } from 'node:net'

/** A port whose connections go on to one of several ends, each time to the next one that takes them. */
export type Line = {
  port: number
  /** Nobody new is led to this end; who is there stays. */
  leaveOut: (end: number) => void
  /** The same, and who is there is cut off. */
  cut: (end: number) => void
  takeBack: (end: number) => void
  close: () => void
}

/** What a plain balancer does, or, with one end, the cable to a machine that a test may pull. */
export async function openLine(ends: (() => Socket)[]): Promise<Line> {
  const out = new Set<number>()
  const open = new Map<Socket, number>()
  let turn = 0

  const lead = (near: Socket, tries = ends.length) => {
    turn = (turn + 1) % ends.length
    const end = turn
    const connect = ends[end]
    if (tries === 0 || !connect) return void near.destroy()
    if (out.has(end)) return lead(near, tries - 1)
    const far = connect()
    far.once('connect', () => {
      open.set(near, end)
      near.pipe(far).pipe(near)
    })
    far.once('error', () => (far.connecting || !open.has(near) ? lead(near, tries - 1) : near.destroy()))
    far.once('close', () => open.has(near) && near.destroy())
    near.once('close', () => {
      open.delete(near)
      far.destroy()
    })
  }
  const server = createServer({ noDelay: true }, (near) => {
    near.on('error', () => {}) // Told by `close`, too.
    lead(near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on a port has an address with that port.
  const { port } = server.address() as AddressInfo
  return {
    port,
    leaveOut: (end) => out.add(end),
    cut: (end) => {
      out.add(end)
      for (const [near, at] of [...open]) if (at === end) near.destroy()
    },
    takeBack: (end) => out.delete(end),
    close: () => {
      server.close()
      for (const near of [...open.keys()]) near.destroy()
    },
  }
}
