import './trusted-types'
import './zod-without-eval'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { startI18n } from './i18n'
import './theme/base.css'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root element')
await startI18n()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
