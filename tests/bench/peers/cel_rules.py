"""B2 with cel-python: reads rules.json, compiles, says ready; answers "run" and "verdicts"."""

import json
import sys
import time

import celpy

with open(sys.argv[1], encoding="utf-8") as source:
    given = json.load(source)

environment = celpy.Environment(runner_class=celpy.CompiledRunner)
programs = [environment.program(environment.compile(rule)) for rule in given["cel"]]
context = {name: celpy.json_to_cel(value) for name, value in given["context"].items()}
print("ready", flush=True)

for line in sys.stdin:
    began = time.perf_counter_ns()
    verdicts = [program.evaluate(context) for program in programs]
    took = time.perf_counter_ns() - began
    answer = took if line.strip() == "run" else json.dumps([str(verdict) for verdict in verdicts])
    print(answer, flush=True)
