'use client'
import { Sentence } from '@/app/_text/sentence'
import { Avatar } from '@/app/_ui/avatar'
import { exact } from '@/app/_ui/time'
import { useScale } from '@/app/_verdict/scale'
import type { Claim } from '@/server/claim/claim'
import { words } from '@/server/words'
import { sayDid } from '../_claims/history/did'
import { WhatChanged } from '../_claims/history/what-changed'
import type { Did, Film, Scene } from './film'

type Props = { film: Film; scene: Scene; historyOf: (claim: Claim) => string }

/** What happened at the moment that the slider stands at, who was writing then, and the ways to the claims' histories. */
export function MomentNotes({ film, scene, historyOf }: Props) {
  const t = words()
  const { moment, did, writers } = scene
  if (!moment) return <p className="rp-notes meta">{t('replay.empty')}</p>
  return (
    <section className="rp-notes" aria-label={t('replay.moment')}>
      <div className="row">
        <ul className="avatars" aria-label={t('replay.writing')}>
          {writers.map((id) => (
            <li key={id}>
              <Avatar id={id} name={film.nameOf(id)} size="sm" />
            </li>
          ))}
        </ul>
        <span className="meta">{exact(new Date(moment.at))}</span>
      </div>
      {did.map((one) => (
        <Touched
          key={one.claim.id}
          did={one}
          name={film.nameOf(moment.memberId)}
          href={historyOf(one.claim)}
        />
      ))}
    </section>
  )
}

function Touched({ did: { claim, number, changes }, name, href }: { did: Did; name: string; href: string }) {
  const t = words()
  const scale = useScale()
  return (
    <div className="rp-did">
      <a className="linkbtn" href={href}>
        {number === null ? t('replay.deletedClaim') : t('claim.number', { number })}
        <span className="vh"> {t('history.title')}</span>
      </a>
      {changes.map((change) => (
        <div key={`${change.what}${'id' in change ? change.id : ''}${'topic' in change ? change.topic : ''}`}>
          <p>
            <Sentence of={(gap) => sayDid(change, gap, scale)}>
              <b>{name}</b>
            </Sentence>
          </p>
          <WhatChanged change={change} sources={claim.sources} />
        </div>
      ))}
      {changes.length === 0 && <p className="meta">{t('replay.nothingSeen')}</p>}
    </div>
  )
}
