import { useId, useState } from 'react'
import { words } from '@/server/words'

/** Joins a claim by hand with a published check that says the same in words of its own, by its public number. */
export function JoinCheck({ onJoin }: { onJoin: (number: number) => Promise<boolean> }) {
  const t = words()
  const id = useId()
  const [typed, setTyped] = useState('')
  const number = Number(typed)
  const isNumber = /^[1-9]\d{0,8}$/.test(typed)
  return (
    <form
      className="join-check"
      onSubmit={(event) => {
        event.preventDefault()
        if (isNumber) void onJoin(number).then((isDone) => isDone && setTyped(''))
      }}
    >
      <label className="meta" htmlFor={id}>
        {t('similar.byNumber')}
      </label>
      <input
        id={id}
        className="input"
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value.trim())}
      />
      <button type="submit" className="btn xs" aria-disabled={!isNumber || undefined}>
        {t('similar.join')}
      </button>
    </form>
  )
}
