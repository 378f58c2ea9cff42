/** What a person pressed: a key as `event.key` names it, with Ctrl or Cmd or without, and Alt or Shift beside it. */
export type Press = { key: string; withModifier: boolean; withAlt?: boolean; withShift?: boolean }

/**
 * The names under which a press may be asked for, the likeliest first: "mod+z" with Ctrl or Cmd, "mod+alt+m" with Alt
 * beside it, "shift+j" with Shift, "g a" after G, else the key alone. Names are in lower case.
 */
export function namesOf({ key, withModifier, withAlt, withShift }: Press, before: string | null): string[] {
  const name = key.toLowerCase()
  if (withModifier) return [withAlt ? `mod+alt+${name}` : `mod+${name}`]
  const alone = withShift ? [`shift+${name}`, name] : [name]
  return before === null ? alone : [`${before} ${name}`, ...alone]
}

/** Whether a key begins a command of two, such as "g" where there is "g a". */
export function isFirstOfTwo(key: string, commands: readonly string[]): boolean {
  return commands.some((command) => command.startsWith(`${key.toLowerCase()} `))
}
