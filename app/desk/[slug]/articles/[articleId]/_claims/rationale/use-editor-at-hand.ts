'use client'
import { useEffect } from 'react'

/** The editor with its library, half the workspace's script: not needed to read. */
export const loadEditor = () => import('./rationale-editor')

/** Fetches the editor once something is shown, so that it is there when somebody writes, also without a network. */
export function useEditorAtHand() {
  useEffect(() => {
    // What fails now is tried again when the editor is opened.
    loadEditor().catch(() => {})
  }, [])
}
