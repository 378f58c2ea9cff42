import { useSyncExternalStore } from 'react'

const choice = 'proofroom:suggestions'
const followers = new Set<() => void>()

const areShown = () => typeof localStorage === 'undefined' || localStorage.getItem(choice) !== 'hidden'

/** Shows or hides in this browser which sentences look worth checking. Nobody else sees a difference. */
export function showSuggestions(isOn: boolean) {
  localStorage.setItem(choice, isOn ? 'shown' : 'hidden')
  for (const follower of followers) follower()
}

export function useSuggestionsShown(): boolean {
  return useSyncExternalStore(follow, areShown, () => true)
}

function follow(follower: () => void) {
  followers.add(follower)
  return () => void followers.delete(follower)
}
