import { createContext } from 'react'

/** The nonce of this answer's inline scripts, on the server only: browsers hide it from scripts. */
export const NonceContext = createContext<string | undefined>(undefined)
