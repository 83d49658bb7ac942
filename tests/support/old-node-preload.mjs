// Loaded into a process before all else: it takes itself for this version of Node.
Object.defineProperty(process.versions, 'node', { value: process.env.NODE_VERSION_SAID });
