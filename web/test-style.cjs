// Style sheets have no meaning under jsdom: a CSS module answers every class name with that name.
module.exports = new Proxy({}, { get: (_, name) => (name === '__esModule' ? false : String(name)) });
