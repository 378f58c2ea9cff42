import type { Flag } from './use-remote-selections'

/** Others' names at the end of what they have selected; their name shrinks to a bar after two seconds. */
export function RemoteFlags({ flags }: { flags: Flag[] }) {
  return flags.map(({ person, top, left, height }) => (
    <span
      key={`${person.window} ${person.selection?.start} ${person.selection?.end}`}
      className={`caret remote who-${person.colour}`}
      style={{ top, left, height }}
      aria-hidden="true"
    >
      <b>{person.name.split(' ')[0]}</b>
    </span>
  ))
}
