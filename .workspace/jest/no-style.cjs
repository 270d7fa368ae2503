// Stands for every style sheet: tests of browser code have none.
module.exports = {};
