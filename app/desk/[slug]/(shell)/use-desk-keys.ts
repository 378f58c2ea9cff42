'use client'
import { useRouter } from 'next/navigation'
import { useKeys } from '@/app/_keys/use-keys'

/** "G" and then a letter goes to a page, as in mail programs. */
export function useDeskKeys(places: Record<string, string>) {
  const router = useRouter()
  const keys = Object.entries(places).map(([key, place]) => [`g ${key}`, () => router.push(place)])
  useKeys(Object.fromEntries(keys))
}
