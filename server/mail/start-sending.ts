import { keepLooking, type Looking } from '../channel/keep-looking'
import type { Post } from './open-post'
import { sendMails } from './send-mails'

/** Sends mail as it is written, begins with what an earlier process left. Of several processes one sends each mail. */
export function startSending(post: Post, onError: (error: unknown) => void): Promise<Looking> {
  const act = async (isStopped: () => boolean) => {
    await sendMails(post, isStopped)
    return null
  }
  return keepLooking({ channel: 'mail_written', act, onError })
}
