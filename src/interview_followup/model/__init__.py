"""What is known about a job search, as frozen values that check what they are given.

Begin with `_model`.
"""
