'use strict';

// Runs a program of the build in this process; without a build it says what to do. Old Nodes must
// be able to parse this file; see src/entry.cjs.

require('../src/entry.cjs').refuseOldNode();

var fs = require('node:fs');
var path = require('node:path');
var url = require('node:url');

var script = path.join(__dirname, '..', process.argv[2] || '');
if (!fs.existsSync(script)) {
  console.error('Ladder is not built yet. Run this first: npm install && npm run build');
  process.exit(1);
}
process.argv.splice(1, 2, script);
import(url.pathToFileURL(script).href).catch((/** @type {Error} */ error) => {
  console.error(error.message);
  process.exit(1);
});
