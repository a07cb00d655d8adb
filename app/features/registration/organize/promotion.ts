import { moveUpRegistration } from '../domain/move-up-registration.server.ts'
import { registrationAction, undoable } from './registration-action.server.ts'
import { RegistrationPage, registrationMeta } from './registration-page.tsx'
import { registrationLoader } from './registration-view.server.ts'

export const meta = registrationMeta
export const loader = registrationLoader
export const action = registrationAction(undoable(moveUpRegistration, 'registration.moved-up'))

export default RegistrationPage
