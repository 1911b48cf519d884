// SPDX-License-Identifier: Apache-2.0
// Sets the remembered theme before the first paint, so that no page flashes. Blocks on purpose; it is this short.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");
  try {
    var theme = localStorage.getItem("tiendo-theme");
    if (root.dataset.theme === undefined && (theme === "light" || theme === "dark")) root.dataset.theme = theme;
  } catch (refused) {
    // a browser that keeps nothing follows the system
  }
})();
