'use client'
import { type RefObject, useEffect } from 'react'

/** Goes to the comment that the address names, once it is there. */
export function useCommentTarget(
  section: RefObject<HTMLElement | null>,
  targetId: string | null,
  isThere: boolean,
) {
  useEffect(() => {
    if (!targetId || !isThere) return
    const comment = section.current?.querySelector(`#comment-${CSS.escape(targetId)}`)
    comment?.scrollIntoView({ block: 'center' })
    comment?.querySelector<HTMLElement>('[data-comment]')?.focus({ preventScroll: true })
  }, [section, targetId, isThere])
}
