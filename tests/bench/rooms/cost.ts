import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a server has used: seconds of processor time, its own and its database's, and megabytes it holds. */
export type Cost = { cpu: number; databaseCpu: number; megabytes: number }

// Linux counts in hundredths of a second on every machine that Node runs on.
const ticks = 100

/** Reads the cost of a process until now, with that of the Postgres below a data folder where there is one. */
export function costOf(pid: number, dataDir: string | null): Cost {
  const databaseCpu = dataDir ? databaseSeconds(dataDir) : 0
  return { cpu: secondsOf(pid), databaseCpu, megabytes: residentMegabytes(pid) }
}

/** The megabytes of a server and of the processes that it reads what others sent in, which come and go. */
export function megabytesWithReaders(pid: number): number {
  const readers = childrenOf(pid).filter((child) => commandOf(child).includes('serve-tasks'))
  return [pid, ...readers].reduce((sum, one) => sum + residentMegabytes(one), 0)
}

/** None of a process that has just ended. */
function residentMegabytes(pid: number): number {
  const status = readOfProcess(pid, 'status')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024
}

function commandOf(pid: number): string {
  return readOfProcess(pid, 'cmdline')
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((other) => Number(statOf(other)[1]) === pid)
}

export function between(from: Cost, to: Cost): Cost {
  return {
    cpu: to.cpu - from.cpu,
    databaseCpu: to.databaseCpu - from.databaseCpu,
    megabytes: to.megabytes,
  }
}

function secondsOf(pid: number): number {
  const [user = 0, system = 0] = statOf(pid).slice(11, 13).map(Number)
  return (user + system) / ticks
}

/** The built-in Postgres with all its workers, also those that have ended. */
function databaseSeconds(dataDir: string): number {
  const postmaster = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  const workers = childrenOf(postmaster)
  const [childUser = 0, childSystem = 0] = statOf(postmaster).slice(13, 15).map(Number)
  const running = [postmaster, ...workers].reduce((sum, pid) => sum + secondsOf(pid), 0)
  return running + (childUser + childSystem) / ticks
}

/** The fields after the name, which may hold spaces; empty when the process has just ended. */
function statOf(pid: number): string[] {
  return readOfProcess(pid, 'stat').split(') ').at(-1)?.split(' ') ?? []
}

function readOfProcess(pid: number, file: 'stat' | 'status' | 'cmdline'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
