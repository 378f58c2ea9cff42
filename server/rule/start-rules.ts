import { keepLooking, type Looking } from '../channel/keep-looking'
import type { RuleHand } from '../room/live/host'
import { followRules } from './follow-rules'

/** Follows desks' rules as their cases come, also those no act tells of, such as work that becomes overdue. */
export function startRules(write: RuleHand, onError: (error: unknown) => void): Promise<Looking> {
  const act = async (isStopped: () => boolean) => {
    await followRules(new Date(), write, isStopped)
    return null
  }
  return keepLooking({ channel: 'rule_fires', act, onError })
}
