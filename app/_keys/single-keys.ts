import { useSyncExternalStore } from 'react'

const choice = 'proofroom:single-keys'
const followers = new Set<() => void>()

/** Whether single keys act at all in this browser; people who speak to their computer turn them off (WCAG 2.1.4). */
export function areSingleKeysOn(): boolean {
  return typeof localStorage === 'undefined' || localStorage.getItem(choice) !== 'off'
}

/** Turns single keys on or off, on all pages. */
export function turnSingleKeys(isOn: boolean) {
  localStorage.setItem(choice, isOn ? 'on' : 'off')
  for (const follower of followers) follower()
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore(follow, areSingleKeysOn, () => true)
}

function follow(follower: () => void) {
  followers.add(follower)
  return () => void followers.delete(follower)
}
