'use client'
import { Fault } from './_entry/fault'

export default function ErrorPage({ retry }: { retry: () => void }) {
  return <Fault onRetry={retry} />
}
