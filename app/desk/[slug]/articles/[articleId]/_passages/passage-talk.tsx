'use client'
import '@/app/_styles/claim.css'
import '@/app/_styles/room/thread.css'
import { useSearchParams } from 'next/navigation'
import { useRef } from 'react'
import { useKeepFocus } from '@/app/_keys/use-keep-focus'
import { useKeys } from '@/app/_keys/use-keys'
import { ReadState } from '@/app/_ui/wait/read-state'
import { placeOfQuote } from '@/server/claim/quote'
import type { Passage } from '@/server/thread/thread'
import { words } from '@/server/words'
import { QuotedWords } from '../_claims/detail/quote-block'
import { Composer } from '../_claims/thread/composer/composer'
import { inThread } from '../_claims/thread/thread-keys'
import { ThreadTalk } from '../_claims/thread/thread-talk'
import { useCommentTarget } from '../_claims/thread/use-comment-target'
import { useHeldThreads } from '../_claims/thread/use-held-threads'
import { type Talk, usePassageTalk } from '../_claims/thread/use-talk'
import { usePlace } from '../_room/use-place'
import { useRoom } from '../_room/use-room'
import { SinceSwitch } from '../_since/since-switch'
import { PassageNews } from '../_since/talk-news'
import { forgetPassage, passageToRaise } from './passage-draft'

const none: [] = []

/** The talk about a passage of the article: its words, and what is said about them or the field to begin. */
export function PassageTalk({ threadId }: { threadId: string }) {
  const t = words()
  const { article, member, mayEdit } = useRoom()
  const { open, openPassage } = usePlace()
  const section = useRef<HTMLDivElement>(null)
  const begun = passageToRaise(member.id, threadId)
  const kept = usePassageTalk(article.id, begun)
  const { held, letGo } = useHeldThreads(kept.threads ?? none)
  const standing = held.find(({ thread }) => thread.id === threadId)
  const thread = standing?.thread ?? kept.threads?.find(({ id }) => id === threadId)
  const anew = usePassageTalk(article.id, thread?.passage ?? null)
  const targetId = useSearchParams().get('comment')
  useCommentTarget(section, targetId, thread !== undefined)
  useKeepFocus(section)
  const toComposer = () => section.current?.querySelector<HTMLElement>('textarea')?.focus()
  useKeys({ c: toComposer, 'mod+alt+m': toComposer })
  const passage = thread?.passage ?? begun
  const talk: Talk = { ...anew, raise: (said) => anew.raise(said).then(() => openPassage(said.threadId)) }
  const raise = async (text: string, commentId: string) => {
    await kept.raise({ threadId, commentId, text })
    forgetPassage(member.id, threadId)
  }
  const leave = () => {
    forgetPassage(member.id, threadId)
    open(null)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of what has the focus inside
    <div className="dt-body passage" ref={section} onKeyDown={inThread}>
      <h2 className="label">{t('passage.title')}</h2>
      <ReadState of={kept.reading} name={t('passage.title')} />
      <SinceSwitch />
      {thread && <PassageNews thread={thread} />}
      {passage && <Words passage={passage} />}
      {!passage && kept.threads && <p className="no-sources">{t('passage.unknown')}</p>}
      {thread && (
        <ThreadTalk
          thread={thread}
          talk={talk}
          targetId={targetId}
          since={standing?.since}
          onLetGo={() => letGo(threadId)}
        />
      )}
      {begun && !thread && mayEdit && (kept.threads || kept.reading.error !== null) && (
        <Composer
          label={t('thread.first')}
          draft={`raise:${threadId}`}
          send={t('thread.send')}
          isFocused
          onSay={raise}
          onLeave={leave}
        />
      )}
    </div>
  )
}

/** The words, with a link to their paragraph; said plainly where the article no longer has them. */
function Words({ passage }: { passage: Passage }) {
  const { revision } = useRoom()
  const place = placeOfQuote(revision.text, passage.selectors)
  return (
    <>
      <QuotedWords words={passage.selectors.quote.exact} start={place?.start ?? null} />
      {!place && <p className="missing">{words()('passage.gone', { number: revision.number })}</p>}
    </>
  )
}
