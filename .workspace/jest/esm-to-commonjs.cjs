// Jest on Node 20 cannot require ES modules: a file of a package that has ES module syntax is rewritten, any other is left as it is.
const { createHash } = require('node:crypto');
const swc = require('@swc/core');

const ES_MODULE = /^\s*(import\s*[\w{*"']|export\s*[\w{*])|\bimport\.meta\b|\}\s*export\s*\{|;\s*export\s*[{*]|;\s*import\s*[{*"']/m;
const VERSION = '2';

module.exports = {
  canInstrument: false,
  getCacheKey: (source, file) => createHash('sha1').update(source).update('\0').update(file).update(VERSION).digest('hex'),
  process: (source, file) =>
    ES_MODULE.test(source)
      ? swc.transformSync(source, {
          filename: file,
          swcrc: false,
          sourceMaps: file.includes('node_modules') ? false : 'inline',
          module: { type: 'commonjs' },
          jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } },
        })
      : { code: source },
};
