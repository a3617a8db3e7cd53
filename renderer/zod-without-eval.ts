import { z } from 'zod'

// The page allows no code made at run time. To be imported before any schema is made.
z.config({ jitless: true })
