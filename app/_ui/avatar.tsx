import { colourOf, initialsOf } from '../../server/member/member'

type Props = {
  id: string
  name: string
  /** The bare name, where `name` says more, such as "Lena is here". */
  initialsFrom?: string
  size?: 'sm' | 'lg'
  isAway?: boolean
}

/** A member's initials on their colour; the name is always said with it. */
export function Avatar({ id, name, initialsFrom = name, size, isAway }: Props) {
  return (
    <span className={`avatar who-${colourOf(id)} ${size ?? ''} ${isAway ? 'off' : ''}`} title={name}>
      <span aria-hidden="true">{initialsOf(initialsFrom)}</span>
      <span className="vh">{name}</span>
    </span>
  )
}
