"""Step 7: write the weights for numpy, in half precision.

    python training/comparer/export.py network.pt comparer.npz

The network multiplies its unit vectors by a constant first; here that goes into the weights they meet.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch
from network import ENTRY
from torch import Tensor


def export(weights: Mapping[str, Tensor], path: Path) -> None:
    """Write what `xlcheck.embed.network.Network` reads."""
    arrays = {name: values.detach().numpy() for name, values in weights.items()}
    arrays["inp.weight"] = arrays["inp.weight"] * ENTRY
    with path.open("wb") as target:
        np.savez_compressed(target, **{name: values.astype(np.float16) for name, values in arrays.items()})


def main(weights: str, target: str) -> None:
    """Read and write."""
    export(torch.load(weights, weights_only=True), Path(target))
    print(f"{target}: {Path(target).stat().st_size} bytes", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
