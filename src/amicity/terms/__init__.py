"""The nouns of the field, frozen: what a report, a finding, a judgement and a relation are.

Nothing here reads, decides or writes, and nothing here imports another room.
"""
