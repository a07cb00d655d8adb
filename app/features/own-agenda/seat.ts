import { signUpForSession } from './domain/sign-up.server.ts'
import { ownStep } from './own-step.server.ts'

export const action = ownStep(signUpForSession)
