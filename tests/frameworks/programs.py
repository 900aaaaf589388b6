"""Runs programs in Python, one after the other, and prints those that failed, as JSON.

Arguments: the folder of the programs, and folders to look for modules in before all others.
"""

import glob
import json
import os
import sys

folder, *modules = sys.argv[1:]
sys.path[:0] = modules

failed = []
for name in sorted(glob.glob(os.path.join(folder, '*.py'))):
    os.environ['PROGRAM'] = name
    try:
        with open(name) as file:
            exec(compile(file.read(), name, 'exec'), {})
    except Exception as error:
        failed.append([os.path.basename(name), f'{type(error).__name__}: {error}'])
print(json.dumps(failed))
