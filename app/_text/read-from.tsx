'use client'
import { Direction } from 'radix-ui'

type Props = { direction: 'ltr' | 'rtl'; children: React.ReactNode }

/** Tells menus, tabs and boxes which way the page is read: they open and take arrow keys accordingly. */
export function ReadFrom({ direction, children }: Props) {
  return <Direction.Provider dir={direction}>{children}</Direction.Provider>
}
