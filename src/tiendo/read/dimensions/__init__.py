# SPDX-License-Identifier: Apache-2.0
"""What a piece of text can be: a numeral, a quantity, a hedge, a time. One folder each: data, rules, corpus."""
