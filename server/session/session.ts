import { z } from 'zod'

/** How long a device stays signed in, in seconds. */
export const sessionSeconds = 30 * 24 * 60 * 60

/** How long a session lasts that a command makes for a program, in seconds. */
export const programSeconds = 24 * 60 * 60

/** Long enough to resist guessing, short enough not to be a way to burn the server's time (NIST SP 800-63B). */
export const passwordShape = z.string().min(10).max(200)
