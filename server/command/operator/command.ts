import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** One command of the operator's tool; its answer is printed as one line of JSON, the last on standard output. */
export type Command = {
  /** How it is called, and after two spaces what it does. */
  usage: string
  /** Whether it asks others only, and no database of ours. */
  isAlone?: boolean
  run: (args: string[]) => Promise<object | null>
}

/** The words and options of a command line; every named option is needed, anything else is refused by name. */
export function readOptions<Name extends string>(
  args: string[],
  needed: readonly Name[],
  flags: readonly string[] = [],
): { words: string[]; options: Record<Name, string>; flags: Set<string> } {
  const options = Object.fromEntries([
    ...needed.map((name) => [name, { type: 'string' as const }]),
    ...flags.map((name) => [name, { type: 'boolean' as const }]),
  ])
  const parsed = parseArgs({ args, options, allowPositionals: true })
  const values: Record<string, unknown> = parsed.values
  const missing = needed.filter((name) => !values[name])
  if (missing.length > 0) throw new Error(`Missing: ${missing.map((name) => `--${name}`).join(', ')}.`)
  return {
    words: parsed.positionals,
    // Each needed name was just found to have a value, and its type is string.
    options: values as Record<Name, string>,
    flags: new Set(flags.filter((name) => values[name] === true)),
  }
}

/** A file named on the command line, seen from where the operator stands. */
export function fileNamed(path: string): string {
  return resolve(process.env.INIT_CWD ?? '.', path)
}
