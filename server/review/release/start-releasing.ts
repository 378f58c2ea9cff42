import { keepLooking, type Looking } from '../../channel/keep-looking'
import { publishDue } from './publish-due'

/** Publishes approved submissions when their time comes; what fell due while no process ran goes out at once. */
export function startReleasing(onError: (error: unknown) => void): Promise<Looking> {
  return keepLooking({ channel: 'release_planned', act: () => publishDue(), onError })
}
