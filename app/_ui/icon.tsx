import type { LucideIcon } from 'lucide-react'

/** A lucide icon in one of the design's sizes (12, 14, 16, 20 px); it never carries meaning alone. */
export function Icon({ of: Shape, size }: { of: LucideIcon; size?: 'xs' | 'sm' | 'lg' }) {
  return <Shape className={`icon ${size ?? ''}`} aria-hidden="true" />
}
