'use client'
import { useRef } from 'react'
import { Toaster } from 'sonner'
import { words } from '../server/words'

/** Where toasts appear. Tab leads out of them: only where a toast goes with the focus in it, the focus goes back. */
export function Toasts() {
  const isTabbing = useRef(false)
  return (
    <div
      onKeyDownCapture={({ key }) => {
        isTabbing.current = key === 'Tab'
      }}
      onKeyUpCapture={() => {
        isTabbing.current = false
      }}
      // The library brings the focus back at every blur, which would keep the keyboard in a circle.
      onBlurCapture={(event) => {
        if (isTabbing.current) event.stopPropagation()
        isTabbing.current = false
      }}
    >
      <Toaster position="bottom-center" containerAriaLabel={words()('notice.title')} />
    </div>
  )
}
