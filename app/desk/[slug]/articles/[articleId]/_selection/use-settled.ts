import { useEffect, useState } from 'react'

/** How long a selection has to stand still until it is asked about, in ms. */
const settles = 400

/** A text once it has stood still for a moment; null until then. */
export function useSettled(text: string): string | null {
  const [settled, setSettled] = useState<string | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), settles)
    return () => clearTimeout(timer)
  }, [text])
  return settled === text ? settled : null
}
