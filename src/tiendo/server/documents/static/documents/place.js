// SPDX-License-Identifier: Apache-2.0
// Brings the place that an address asks for into view; the fragment alone leaves it at the very top edge.
document.getElementById("at")?.scrollIntoView({ block: "center" });
