import { words } from '@/server/words'

/** Says of a thing in a list that something in it is new. */
export function NewMark() {
  return <span className="new-mark">{words()('since.new')}</span>
}
