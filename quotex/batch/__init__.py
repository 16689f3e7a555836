"""Many documents: on all cores, in order, without loss when the run is stopped.

``pool`` hands documents to processes and gives the outcomes back in order; ``run`` writes them
into one file of results and can go on where a stopped run was; ``many`` is the same for Python.
"""
