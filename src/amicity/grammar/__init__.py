"""A sentence as a short row of typed symbols, and how to ask it: who, with whom, when, and did it happen.

Stands between the nouns and the kinds: a language supplies the symbols, a kind asks the sentence, the reader brings them together.
"""
