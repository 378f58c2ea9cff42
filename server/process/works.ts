import type { OnError, Work } from '../channel/keep-rounds'
import { startTellingOfReplies } from '../claim/asked/start-telling'
import type { Settings } from '../env'
import { startNews } from '../follow/news/start-news'
import { openPost } from '../mail/open-post'
import { startSending } from '../mail/start-sending'
import { startDigests } from '../notice/start-digests'
import { startSendingChanges } from '../notice/subscription/start-sending-changes'
import { startDelivering } from '../notice/webhook/start-delivering'
import { startFetching } from '../outside/start-fetching'
import { startDataset } from '../publication/dataset/start-dataset'
import { startRendering } from '../publication/made/start-rendering'
import { startReleasing } from '../review/release/start-releasing'
import { startWatchingPages } from '../revision/watch/start-watching'
import { startCounting } from '../similar/rank/start-counting'
import { startStamping } from '../source/stamp/start-stamping'
import { startWatchingLinks } from '../source/watch/start-watching'

type Start = (onError: OnError) => Work | Promise<Work>

/** What a process with pages does beside answering, by name, in the order in which it begins. */
export function worksFor(chosen: Settings): [name: string, start: Start][] {
  const { publicOrigin, watchesLinks, timestampUrl, wayback } = chosen
  return [
    ['rendering', startRendering],
    ['data set', startDataset],
    ['checks of others', startFetching],
    ['words of claims', startCounting],
    ...when(watchesLinks, 'links of sources', startWatchingLinks),
    ...when(timestampUrl || wayback, 'timestamps and copies elsewhere', (onError) =>
      startStamping(chosen, onError),
    ),
    ['pages of articles', startWatchingPages],
    ['replies that did not come', startTellingOfReplies],
    ['releases', startReleasing],
    ['mail', (onError) => startSending(openPost(chosen), onError)],
    ['webhooks', startDelivering],
    ['subscribers', startSendingChanges],
    ['digests', (onError) => startDigests(publicOrigin, onError)],
    ['news', (onError) => startNews(publicOrigin, onError)],
  ]
}

const when = (isOn: unknown, name: string, start: Start): [string, Start][] => (isOn ? [[name, start]] : [])
