import { resendConfirmation } from '#app/features/registration/domain/links/remind-of-link.server.ts'
import { RegistrationPage, registrationMeta } from '../registration-page.tsx'
import { registrationLoader } from '../registration-view.server.ts'
import { registrationAction } from './registration-action.server.ts'

export const meta = registrationMeta
export const loader = registrationLoader
export const action = registrationAction(resendConfirmation, 'resend')

export default RegistrationPage
