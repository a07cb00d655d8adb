import { RegistrationPage, registrationMeta } from './registration-page.tsx'
import { registrationLoader } from './registration-view.server.ts'

export const meta = registrationMeta
export const loader = registrationLoader

export default RegistrationPage
