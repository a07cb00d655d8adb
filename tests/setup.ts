process.env.NODE_ENV = 'test'
process.env.SESSION_SECRET ??= 'a secret for tests only, 32 characters or more'
process.env.APP_URL ??= 'http://localhost:3000'
process.env.LOG_LEVEL ??= 'silent'
