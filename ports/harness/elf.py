"""The undefined symbols of an ELF shared library."""

import struct


def undefined(path):
    """The names that the library expects others to define; None when it is no 64-bit ELF file."""
    with open(path, "rb") as file:
        data = file.read()
    if data[:5] != b"\x7fELF\x02":
        return None
    order = "<" if data[5] == 1 else ">"
    (sections,) = struct.unpack_from(order + "Q", data, 0x28)
    size, count = struct.unpack_from(order + "HH", data, 0x3A)
    headers = [struct.unpack_from(order + "IIQQQQIIQQ", data, sections + i * size) for i in range(count)]
    names = []
    for _, kind, _, _, offset, length, link, _, _, entry in headers:
        if kind != 11:  # SHT_DYNSYM
            continue
        strings = headers[link][4]
        for place in range(offset, offset + length, entry):
            name, _, _, section, _, _ = struct.unpack_from(order + "IBBHQQ", data, place)
            if section == 0 and name:
                end = data.index(b"\0", strings + name)
                names.append(data[strings + name : end].decode())
    return names
