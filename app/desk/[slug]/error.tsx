'use client'
import { Fault } from '@/app/_entry/fault'

export default function DeskError({ reset }: { reset: () => void }) {
  return <Fault onRetry={reset} />
}
