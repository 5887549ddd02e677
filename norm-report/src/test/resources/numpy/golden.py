"""Writes the golden files of this folder. Run with NumPy 2.4.6: python golden.py"""
import numpy as np
from numpy.lib import format as npy

a = np.arange(2 * 3 * 5).reshape(2, 3, 5) * 0.5 - 3.25
np.save("f4.npy", a.astype("<f4"))
np.save("f8-big.npy", a.astype(">f8"))
np.save("f8-fortran.npy", np.asfortranarray(a))
np.save("i2-fortran-big.npy", np.asfortranarray((a * 4).astype(">i2")))
np.save("i8.npy", np.array([-(2**63), -1, 0, 2**63 - 1]))
np.save("u8.npy", np.array([0, 2**64 - 1], dtype="u8"))
np.save("u1.npy", np.arange(250, 256, dtype="u1"))
np.save("b1.npy", np.array([[True, False, True]]))
np.save("scalar.npy", np.float64(2.5))
np.save("empty.npy", np.zeros((0, 7), "f4"))
for version in [(2, 0), (3, 0)]:
    with open(f"version{version[0]}.npy", "wb") as f:
        npy.write_array(f, a.astype("<f4"), version=version)
np.save("f2.npy", np.zeros(3, "f2"))
np.save("structured.npy", np.zeros(2, [("a", "<f4"), ("b", "<i4")]))
np.savez("plain.npz", x=np.arange(6.0).reshape(3, 2), y=np.array([0, 1, 1]))
np.savez_compressed("compressed.npz", x=np.arange(6.0).reshape(3, 2), y=np.array([0, 1, 1]))
