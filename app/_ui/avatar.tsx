import { colourOf, initialsOf } from '../../server/member/member'

/** A member's initials on their colour; the name is always said with it. */
export function Avatar(props: { id: string; name: string; size?: 'sm' | 'lg'; isAway?: boolean }) {
  const { id, name, size, isAway } = props
  return (
    <span className={`avatar who-${colourOf(id)} ${size ?? ''} ${isAway ? 'off' : ''}`} title={name}>
      <span aria-hidden="true">{initialsOf(name)}</span>
      <span className="vh">{name}</span>
    </span>
  )
}
