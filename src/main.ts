#!/usr/bin/env node
// Parsed before its Node is known to be new enough; see entry.cjs.
import entry from './entry.cjs';

entry.begin(() => import('./server.js'));
