'use client'
import { useEffect, useState } from 'react'
import { useMedia } from '../_frame/use-media'
import type { Film } from './film'

/** How long a scene stands, in ms, and how many there are at most in a whole showing. */
const [stands, standsCalmly, mostScenes] = [350, 1_200, 180]

/** Shows one scene after the other until the end or until it is stopped; slower for whoever wants less motion. */
export function usePlay(film: Film): { isPlaying: boolean; play: () => void; pause: () => void } {
  const [isPlaying, setPlaying] = useState(false)
  const isCalm = useMedia('(prefers-reduced-motion: reduce)')
  useEffect(() => {
    if (!isPlaying) return
    const step = Math.max(1, Math.ceil(film.moments.length / mostScenes))
    const timer = setInterval(
      () => {
        film.show(film.scene.get().index + step)
        if (film.scene.get().index >= film.moments.length) setPlaying(false)
      },
      isCalm ? standsCalmly : stands,
    )
    return () => clearInterval(timer)
  }, [film, isPlaying, isCalm])
  return {
    isPlaying,
    play: () => {
      // At the end it begins anew.
      if (film.scene.get().index >= film.moments.length) film.show(0)
      setPlaying(true)
    },
    pause: () => setPlaying(false),
  }
}
