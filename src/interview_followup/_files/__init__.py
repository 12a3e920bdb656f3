"""Job searches on file, as TOML or as JSON of the same shape, read into values of the model.

Begin with `search_files`: it has its values built from a document (`structure`, with
`local_times`, `plain_values`, `own_facts` and `table_keys`; `likely_times` says what a time in
another form means), and asks the rules for every act and fact that is named there (`vocabulary`).
That is why files stand above advice, and below all that plans.

Other rooms use `search_files`, for a time on the command line `local_times`, and for the problems
of a plan `vocabulary`. What writes files is in `exports`.
"""
