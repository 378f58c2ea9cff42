'use client'
import { Toaster } from 'sonner'
import { words } from '../server/words'
import { useToastFocus } from './use-toast-focus'

/** Where toasts appear. Tab leads through them; only where a toast goes with the focus in it, the focus goes back. */
export function Toasts() {
  const { box, remember } = useToastFocus()
  return (
    <div ref={box} onFocusCapture={remember}>
      <Toaster position="bottom-center" containerAriaLabel={words()('notice.title')} />
    </div>
  )
}
