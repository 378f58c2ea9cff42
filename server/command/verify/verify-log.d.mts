type Fault = { what: string; where: string; why: string }
type Redacted = { where: string; entry: number; by: number; ground: string }
type Options = {
  key?: string | null
  seen?: string[]
  fetchFrom?: (address: URL) => Promise<Response>
  askAgain?: number
  wait?: () => Promise<unknown>
}

export function verifyLog(
  address: string,
  options?: Options,
): Promise<{
  size: number
  root: string | null
  key: string
  checkpoint: string
  faults: Fault[]
  redacted: Redacted[]
}>
