'use client'
import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react'
import { useKeys } from '@/app/_keys/use-keys'
import { Icon } from '@/app/_ui/icon'
import { exact } from '@/app/_ui/time'
import { words } from '@/server/words'
import type { Film, Scene } from './film'
import { usePlay } from './use-play'

/** The slider over the room's life, with play, pause and single steps. */
export function Timeline({ film, scene }: { film: Film; scene: Scene }) {
  const t = words()
  const { isPlaying, play, pause } = usePlay(film)
  const last = film.moments.length
  const goTo = (index: number) => {
    pause()
    film.show(index)
  }
  const turn = isPlaying ? pause : play
  useKeys({ p: turn, j: () => goTo(scene.index + 1), k: () => goTo(scene.index - 1) })
  return (
    <section className="rp-line" aria-label={t('replay.timeline')}>
      <button type="button" className="btn sm" onClick={turn} aria-describedby="rp-keys">
        <Icon of={isPlaying ? Pause : Play} size="sm" /> {t(isPlaying ? 'replay.pause' : 'replay.play')}
      </button>
      <Step
        icon={ChevronLeft}
        name={t('replay.back')}
        isOff={scene.index === 0}
        onStep={() => goTo(scene.index - 1)}
      />
      <input
        type="range"
        min={0}
        max={last}
        step={1}
        value={scene.index}
        aria-label={t('replay.slider')}
        aria-valuetext={sayScene(film, scene)}
        onChange={(event) => goTo(Number(event.target.value))}
      />
      <Step
        icon={ChevronRight}
        name={t('replay.on')}
        isOff={scene.index === last}
        onStep={() => goTo(scene.index + 1)}
      />
      <p className="rp-at num">{t('replay.stepOf', { step: scene.index, all: last })}</p>
      <p className="vh" id="rp-keys">
        {t('replay.keys')}
      </p>
    </section>
  )
}

type StepProps = { icon: typeof Play; name: string; isOff: boolean; onStep: () => void }

function Step({ icon, name, isOff, onStep }: StepProps) {
  return (
    <button
      type="button"
      className="btn quiet icon-only sm"
      aria-label={name}
      aria-disabled={isOff || undefined}
      onClick={isOff ? undefined : onStep}
    >
      <Icon of={icon} />
    </button>
  )
}

/** When a scene was and who made it, in words. */
export function sayScene({ nameOf }: Film, { moment }: Scene): string {
  const t = words()
  if (!moment) return t('replay.empty')
  return t('replay.scene', { name: nameOf(moment.memberId), at: exact(new Date(moment.at)) })
}
