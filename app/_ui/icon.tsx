import { ArrowLeft, ArrowRight, ArrowUpRight, ChevronLeft, ChevronRight, type LucideIcon } from 'lucide-react'

/** Those that point on or back, and so the other way on a page that is read from the right. */
const pointing = new Set<LucideIcon>([ArrowLeft, ArrowRight, ArrowUpRight, ChevronLeft, ChevronRight])

/** A lucide icon in one of the design's sizes (12, 14, 16, 20 px); it never carries meaning alone. */
export function Icon({ of: Shape, size }: { of: LucideIcon; size?: 'xs' | 'sm' | 'lg' }) {
  return <Shape className={`icon ${size ?? ''}${pointing.has(Shape) ? ' turns' : ''}`} aria-hidden="true" />
}
