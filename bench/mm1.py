# The same M/M/1 in SimPy: prints the seconds that it took and the mean time in the system.
import random
import sys
import time

import simpy

customers = int(sys.argv[1])
mean_gap, mean_service = 12500.0, 10000.0
total = 0.0


def customer(env, server):
    global total
    arrived = env.now
    with server.request() as request:
        yield request
        yield env.timeout(random.expovariate(1 / mean_service))
    total += env.now - arrived


def source(env, server):
    for _ in range(customers):
        yield env.timeout(random.expovariate(1 / mean_gap))
        env.process(customer(env, server))


env = simpy.Environment()
env.process(source(env, simpy.Resource(env)))
began = time.perf_counter()
env.run()
print(time.perf_counter() - began, total / customers)
