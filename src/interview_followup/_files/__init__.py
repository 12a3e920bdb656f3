"""Job searches on file, as TOML or as JSON of the same shape, read into values of the model.

Begin with `reading`: it loads a document (`loading`), builds the values in it (`structure`, with
`local_times` and `keys`), and asks the rules for every act and fact that it names (`vocabulary`).
That is why files stand above advice, and below all that plans. Other rooms use `reading`, and for
a time on the command line `local_times`. What writes files is in `exports`.
"""
