'use strict';

// How each of Ladder's programs begins. Old Nodes must be able to read this file, to say that they are
// too old: it has no newer syntax than arrow functions, and loads nothing.

var neededMajor = 20;
var neededMinor = 19;

/**
 * What is wrong with this version of Node, in words; undefined if nothing is.
 * @param {string} version such as 20.19.1
 * @returns {string | undefined}
 */
function nodeProblem(version) {
  var parts = version.split('.').map(Number);
  var major = parts[0] || 0;
  var minor = parts[1] || 0;
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return undefined;
  return (
    'Ladder needs Node ' +
    neededMajor +
    '.' +
    neededMinor +
    ' or newer, and this is Node ' +
    version +
    ' (' +
    process.execPath +
    '). Install a newer one from https://nodejs.org, or choose it with your version manager, then: npm ci && npm run build'
  );
}

/** Ends the process with 1 and a sentence if its Node is too old. */
function refuseOldNode() {
  var problem = nodeProblem(process.versions.node);
  if (problem === undefined) return;
  console.error(problem);
  process.exit(1);
}

/**
 * Loads a program and runs it. Where a part of it can't be loaded, packages are missing or half
 * installed: that is said in a sentence, with exit code 1.
 * @param {() => Promise<{ run(): Promise<void> }>} load
 */
function begin(load) {
  refuseOldNode();
  load().then(
    (program) => program.run(),
    /** @param {Error & { code?: string }} error */
    (error) => {
      var advice =
        error.code === 'EMFILE'
          ? 'Raise the limit of open files: ulimit -n 4096'
          : 'Install and build it again: npm ci && npm run build';
      console.error(`A part of Ladder can't be loaded: ${error.message.split('\n')[0]}`);
      console.error(advice);
      process.exit(1);
    },
  );
}

// As a step of the build: `node src/entry.cjs`.
if (require.main === module) refuseOldNode();

module.exports = { begin: begin, nodeProblem: nodeProblem, refuseOldNode: refuseOldNode };
