"""What is timed: the classic Runge-Kutta method in Python, over arrays. A call is one step."""

import math
from typing import Any, Callable, NamedTuple


class Case(NamedTuple):
    name: str
    calls: int
    prepare: Callable[[Any], Callable[[], object]]
    results: Callable[[Any], object]


def step(derivative, t, x, dt):
    k1 = derivative(t, x) * dt
    k2 = derivative(t + dt / 2, x + k1 / 2) * dt
    k3 = derivative(t + dt / 2, x + k2 / 2) * dt
    k4 = derivative(t + dt, x + k3) * dt
    return x + (k1 + 2 * k2 + 2 * k3 + k4) / 6


def pendulum(module):
    """Two pendulums coupled by a spring, the first of them driven: items are read and set one by one."""
    sin, empty = module.sin, module.empty

    def derivative(t, x):
        s = sin(x)
        spring = 0.3 * (x[1] - x[0])
        out = empty(4)
        out[0] = x[2]
        out[1] = x[3]
        out[2] = -s[0] + spring + 0.1 * math.cos(t)
        out[3] = -s[1] - spring
        return out

    return derivative, module.array([0.5, -0.2, 0.0, 0.1])


def oscillators(count):
    """Kuramoto's model: so many oscillators, each drawn to the mean of all."""

    def system(module):
        sin, cos = module.sin, module.cos
        speeds = module.array([1.0 + i / count for i in range(count)])

        def derivative(t, x):
            s, c = sin(x), cos(x)
            return speeds + (c * (sum(s.tolist()) / count) + s * (-sum(c.tolist()) / count)) * 0.8

        return derivative, module.array([6.0 * i / count for i in range(count)])

    return system


def wave(count):
    """Only operators: a linear equation for each item, with the same coefficients."""

    def system(module):
        push = module.array([math.sin(i) for i in range(count)])

        def derivative(t, x):
            return x * -0.5 + push * math.cos(t)

        return derivative, module.zeros(count)

    return system


def case(name, steps, system):
    def integrate(module, visit=None):
        derivative, x = system(module)

        def run():
            nonlocal x
            for i in range(steps):
                x = step(derivative, i * 0.01, x, 0.01)
                if visit:
                    visit(x)

        return run

    def results(module):
        """Each state, to the last bit."""
        states = []
        integrate(module, lambda x: states.append([item.hex() for item in x.tolist()]))()
        return states

    return Case(name, steps, integrate, results)


def cases():
    yield case("pendulums, 4 variables", 1000, pendulum)
    for count, steps in (4, 1000), (32, 500), (256, 100):
        yield case(f"oscillators, {count} variables", steps, oscillators(count))
    for count, steps in (4, 1000), (32, 1000), (256, 500):
        yield case(f"operators, {count} variables", steps, wave(count))
