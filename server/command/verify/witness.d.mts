export type Kept = { name: string; seed: string; key: string | null; checkpoint: string | null }
type Options = { fetchFrom?: (address: URL) => Promise<Response>; now?: number }

export function witnessLog(
  address: string,
  kept: Kept,
  options?: Options,
): Promise<{ fault: string } | { fault?: undefined; kept: Kept; cosigned: string; verifier: string }>
export function newSeed(): string
