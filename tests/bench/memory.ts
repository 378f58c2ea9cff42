import { type Figure, rounded } from './figures'
import type { Newsroom } from './newsroom'

/** What the one process holds before anybody has come. */
export async function measureMemory({ idle }: Newsroom): Promise<Figure[]> {
  return [
    {
      name: 'idleMemoryMegabytes',
      value: rounded(idle),
      unit: 'MB',
      bound: 350,
      note: 'the one process, Postgres not counted',
    },
  ]
}
