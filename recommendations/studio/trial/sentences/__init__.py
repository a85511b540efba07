"""How the studio says what the checkers say in English: for each of their sentences the words shown here.

Slots: `{1}` is the value as it was given, `{w1}` a word or a piece of a sentence, `{f1}` a field, `{l1}` a language.
"""
