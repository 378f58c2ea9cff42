import { renderToStaticMarkup } from 'react-dom/server'
import { WholeLedger } from '../../../dossier/ledger/chart/whole-ledger'
import type { PublishedDossier } from '../../../dossier/published/published-dossier'
import type { Edition } from '../edition'
import { voiceOf } from './voice'

/** The charts of a dossier one below the other, as a picture that needs no page around it. */
export function ledgerSvg({ content, groups }: PublishedDossier, edition: Edition): string {
  const title = edition.say('publicDossier.title', { name: content.name })
  const { origin } = edition
  return renderToStaticMarkup(
    <WholeLedger groups={groups} title={title} voice={voiceOf(edition)} origin={origin} />,
  )
}
