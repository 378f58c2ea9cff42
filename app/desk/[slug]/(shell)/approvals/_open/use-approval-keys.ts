'use client'
import { type Keys, useKeys } from '@/app/_keys/use-keys'

/** Single keys of the approval page. */
export function useApprovalKeys(keys: Keys) {
  useKeys(keys)
}
