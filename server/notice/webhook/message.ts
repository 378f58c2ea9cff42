import type { EventKind, WebhookShape } from '../../../db/vocabulary'
import { spokenFor } from '../../language/language'
import { words } from '../../words'
import { type DeskEvent, stageReached } from '../event/event'

/** A desk as its messages name it, and what public addresses begin with. */
export type Sender = { slug: string; name: string; language: string; origin: string }

/** The message about an event, as the shape wants it: JSON as Proofroom says it, or one line for a chat. */
export function bodyOf(event: DeskEvent, shape: WebhookShape, sender: Sender & { at: Date }): string {
  if (shape === 'slack') return JSON.stringify({ text: lineOf(event, sender) })
  const { articleId, claimId, kind, version } = event
  return JSON.stringify({
    type: typeOf(kind, claimId),
    timestamp: sender.at.toISOString(),
    data: {
      desk: sender.slug,
      articleId,
      claimId,
      stage: stageReached(kind),
      workspace: workspaceOf(event, sender),
      published: version && publicPart(version, sender),
    },
  })
}

/** The message that an admin sends to see whether it arrives. */
export function testBody(shape: WebhookShape, sender: Sender & { at: Date }): string {
  const { slug, name, at } = sender
  return JSON.stringify(
    shape === 'slack'
      ? { text: words(spokenFor(sender.language))('webhook.says.test', { desk: escaped(name) }) }
      : { type: 'proofroom.test', timestamp: at.toISOString(), data: { desk: slug } },
  )
}

/** An event's name as Standard Webhooks writes them: groups divided by full stops. */
const typeOf = (kind: EventKind, claimId: string | null) =>
  `${claimId ? 'claim' : 'article'}.${kind.replaceAll('-', '_')}`

function publicPart(version: NonNullable<DeskEvent['version']>, { origin }: Sender) {
  const { number, version: of, path, statement, verdict } = version
  return { number, version: of, statement, verdict, address: `${origin}${path}` }
}

function lineOf(event: DeskEvent, sender: Sender): string {
  const { kind, version } = event
  const said = {
    desk: escaped(sender.name),
    statement: escaped(version?.statement ?? ''),
    verdict: escaped(version?.label ?? ''),
    address: version ? `${sender.origin}${version.path}` : workspaceOf(event, sender),
  }
  return words(spokenFor(sender.language))(`webhook.says.${kind}`, said)
}

function workspaceOf({ articleId, claimId }: DeskEvent, { origin, slug }: Sender): string {
  return `${origin}/desk/${slug}/articles/${articleId}${claimId ? `?claim=${claimId}` : ''}`
}

// In Slack's mrkdwn these three begin links and mentions: a statement may not call the whole channel.
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
