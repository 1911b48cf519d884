# SPDX-License-Identifier: Apache-2.0
"""What goes over the wire, in both directions: the only place that says how a thing is called there.

Descriptions are messages: the description of the interface is served in the language of who asks.
"""
