import { keepLooking, type Looking } from '../channel/keep-looking'
import { followRules } from './follow-rules'

/** Follows desks' rules as their cases come, also those no act tells of, such as work that becomes overdue. */
export function startRules(onError: (error: unknown) => void): Promise<Looking> {
  const act = async (isStopped: () => boolean) => {
    await followRules(new Date(), isStopped)
    return null
  }
  return keepLooking({ channel: 'rule_fires', act, onError })
}
