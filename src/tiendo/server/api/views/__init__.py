# SPDX-License-Identifier: Apache-2.0
"""Operations of the interface, a module for each kind of thing, and the page that describes them."""
