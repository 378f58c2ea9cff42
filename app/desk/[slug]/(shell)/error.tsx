'use client'
import { Fault } from '@/app/_entry/fault'

export default function DeskError({ retry }: { retry: () => void }) {
  return <Fault onRetry={retry} />
}
