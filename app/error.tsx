'use client'
import { Fault } from './_entry/fault'

export default function ErrorPage({ reset }: { reset: () => void }) {
  return <Fault onRetry={reset} />
}
