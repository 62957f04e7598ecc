"""NumPy and PyTorch on one thread. Says what it can measure, and then measures what it is asked for, line by line."""

import json
import os
import sys
import time

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

sizes = {"small": (32, 50, 512), "large": (8, 4096, 128)}
forms = {}
versions = {}


def form(task, line, how):
    def keep(work):
        forms[f"{task}|{line}|{how}"] = work
        return work

    return keep


def add_numpy():
    import numpy as np

    versions["NumPy"] = np.__version__
    positions = np.arange(5000)
    thetas = 10000.0 ** (-np.arange(0, 512, 2) / 512)
    out = np.empty((5000, 512), np.float32)
    single = (positions.astype(np.float32)[:, None], thetas.astype(np.float32)[None, :])

    @form("table", "NumPy", "float64 angles, strided")
    def _():
        angles = positions[:, None] * thetas
        out[:, 0::2] = np.sin(angles)
        out[:, 1::2] = np.cos(angles)

    @form("table", "NumPy", "float32 angles, strided out")
    def _():
        angles = single[0] * single[1]
        np.sin(angles, out=out[:, 0::2])
        np.cos(angles, out=out[:, 1::2])

    @form("table", "NumPy", "float32 angles, concatenated out")
    def _():
        angles = single[0] * single[1]
        np.sin(angles, out=out[:, :256])
        np.cos(angles, out=out[:, 256:])

    for task, (tables, rows, d) in sizes.items():
        add_numpy_turns(np, task, tables, rows, d)


def add_numpy_turns(np, task, tables, rows, d):
    line = "NumPy, table given"
    x = np.random.default_rng(0).standard_normal((tables, rows, d), np.float32)
    angles = np.arange(rows)[:, None] * 10000.0 ** (-np.arange(0, d, 2) / d)
    cos, sin = np.cos(angles).astype(np.float32), np.sin(angles).astype(np.float32)
    table = (cos + 1j * sin).astype(np.complex64)
    pairs, own, out = x.view(np.complex64), x.copy().view(np.complex64), np.empty_like(x)
    a, b = x[..., : d // 2], x[..., d // 2 :]

    @form(task, line, "complex multiply, out")
    def _():
        np.multiply(pairs, table, out=out.view(np.complex64))

    @form(task, line, "complex multiply, in place")
    def _():
        np.multiply(own, table, out=own)

    @form(task, line, "half, a·cos − b·sin")
    def _():
        out[..., : d // 2] = a * cos - b * sin
        out[..., d // 2 :] = a * sin + b * cos


def add_torch():
    import torch

    torch.set_num_threads(1)
    torch.manual_seed(0)
    versions["PyTorch"] = torch.__version__
    positions = torch.arange(5000, dtype=torch.float32)[:, None]
    thetas = 10000.0 ** (-torch.arange(0, 512, 2, dtype=torch.float32) / 512)
    out = torch.empty(5000, 512)
    ones = torch.ones(5000, 256)

    @form("table", "PyTorch", "the usual code")
    def _():
        angles = positions * thetas
        out[:, 0::2] = torch.sin(angles)
        out[:, 1::2] = torch.cos(angles)

    @form("table", "PyTorch", "concatenated out")
    def _():
        angles = positions * thetas
        torch.sin(angles, out=out[:, :256])
        torch.cos(angles, out=out[:, 256:])

    @form("table", "PyTorch", "polar")
    def _():
        torch.view_as_real(torch.polar(ones, positions * thetas))

    for task, size in sizes.items():
        add_torch_turns(torch, task, *size)


def add_torch_turns(torch, task, tables, rows, d):
    line = "PyTorch, table given"
    x = torch.randn(tables, rows, d)
    angles = torch.arange(rows)[:, None] * 10000.0 ** (-torch.arange(0, d, 2) / d)
    cos, sin = torch.cos(angles), torch.sin(angles)
    table = torch.complex(cos, sin)
    cos2, sin2 = torch.cat([cos, cos], -1), torch.cat([sin, sin], -1)
    pairs = torch.view_as_complex(x.view(tables, rows, d // 2, 2))
    own, out = pairs.clone(), torch.empty_like(pairs)

    @form(task, line, "complex multiply")
    def _():
        torch.view_as_real(pairs * table)

    @form(task, line, "complex multiply, out")
    def _():
        torch.mul(pairs, table, out=out)

    @form(task, line, "complex multiply, in place")
    def _():
        own.mul_(table)

    @form(task, line, "half, rotate_half")
    def _():
        x * cos2 + torch.cat([-x[..., d // 2 :], x[..., : d // 2]], -1) * sin2

    @form(task, line, "interleaved, stack")
    def _():
        a, b = x[..., 0::2], x[..., 1::2]
        torch.stack([a * cos - b * sin, a * sin + b * cos], -1).flatten(-2)


missing = []
for package, add in (("numpy", add_numpy), ("torch", add_torch)):
    try:
        add()
    except ImportError:
        missing.append(package)
print(json.dumps({"forms": list(forms), "versions": versions, "missing": missing}), flush=True)

for request in sys.stdin:
    key, times = json.loads(request)
    work = forms[key]
    start = time.perf_counter()
    for _ in range(times):
        work()
    print((time.perf_counter() - start) * 1e3 / times, flush=True)
