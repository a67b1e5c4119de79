//! The one table of context functions.
//!
//! Everything that exists once per function is generated from this list. To add a function, add a
//! line at the end and implement it in each provider; the golden list of the tests follows with
//! `HSTACK_BLESS=1 cargo test -p hstack-sys`.

/// Hands the list of context functions to a macro: `for_each_function!(callback { extra })` calls
/// `callback! { { extra } index fn name(argument: Type, ..) -> Type; .. }`. The trailing context
/// argument is not written. Types are those of this crate and of `core::ffi`.
#[macro_export]
macro_rules! for_each_function {
    ($callback:ident { $($extra:tt)* }) => { $callback! { { $($extra)* }
        // References.
        /// Closes a reference that the caller owns.
        0 fn close(object: Ref);
        /// Closes `count` references that the caller owns, the last one first.
        1 fn close_many(objects: *const Ref, count: usize);
        /// One more owned reference to the same object.
        2 fn dup(object: Ref) -> Ref;
        /// The address of the object for C code of the same interpreter, borrowed; 0 where the host has none.
        3 fn as_pointer(object: Ref) -> usize;
        /// An owned reference to the object that C code knows by this address.
        4 fn from_pointer(pointer: *mut c_void) -> Option<Ref>;

        // Types.
        /// The object's type.
        5 fn type_of(object: Ref) -> Ref;
        /// The built-in kinds that the object is an instance of: bits of `kind`.
        6 fn kinds_of(object: Ref) -> u32;
        /// Whether the object's real type is `class` or derived from it (no `__instancecheck__`).
        7 fn has_type(object: Ref, class: Ref) -> Flag;
        /// `isinstance(object, class)`
        8 fn is_instance(object: Ref, class: Ref) -> Status;
        /// `issubclass(class, base)`
        9 fn is_subclass(class: Ref, base: Ref) -> Status;
        /// The type's `__name__`.
        10 fn type_name(class: Ref) -> Option<Ref>;
        /// The type's name for messages: `module.qualname`, without `builtins.`.
        11 fn type_full_name(class: Ref) -> Option<Ref>;

        // Objects.
        /// `object.name`
        12 fn get_attr(object: Ref, name: Ref) -> Option<Ref>;
        /// `object.name`: 1 and the value, or 0 and null when there is no such attribute.
        13 fn find_attr(object: Ref, name: Ref, value: *mut Option<Ref>) -> Status;
        /// `object.name = value`
        14 fn set_attr(object: Ref, name: Ref, value: Ref) -> Status;
        /// `del object.name`
        15 fn del_attr(object: Ref, name: Ref) -> Status;
        /// `object[key]`
        16 fn get_item(object: Ref, key: Ref) -> Option<Ref>;
        /// `object[key]`: 1 and the value, or 0 and null when that raises `LookupError`.
        17 fn find_item(object: Ref, key: Ref, value: *mut Option<Ref>) -> Status;
        /// `object[key] = value`
        18 fn set_item(object: Ref, key: Ref, value: Ref) -> Status;
        /// `del object[key]`
        19 fn del_item(object: Ref, key: Ref) -> Status;
        /// `len(object)`
        20 fn len(object: Ref) -> Size;
        /// `item in object`
        21 fn contains(object: Ref, item: Ref) -> Status;
        /// `bool(object)`
        22 fn is_true(object: Ref) -> Status;
        /// `hash(object)`
        23 fn hash(object: Ref, value: *mut isize) -> Status;
        /// `repr(object)`
        24 fn repr(object: Ref) -> Option<Ref>;
        /// `str(object)`
        25 fn str(object: Ref) -> Option<Ref>;
        /// `ascii(object)`
        26 fn ascii(object: Ref) -> Option<Ref>;
        /// `bytes(object)`
        27 fn bytes(object: Ref) -> Option<Ref>;
        /// `format(object, spec)`
        28 fn format(object: Ref, spec: Ref) -> Option<Ref>;
        /// `dir(object)`
        29 fn dir(object: Ref) -> Option<Ref>;
        /// A comparison; `operation` is 0 to 5 for `<` `<=` `==` `!=` `>` `>=`.
        30 fn compare(left: Ref, right: Ref, operation: c_int) -> Option<Ref>;
        /// The truth of a comparison; identical objects are equal.
        31 fn compare_bool(left: Ref, right: Ref, operation: c_int) -> Status;
        /// Whether the object can be called.
        32 fn is_callable(object: Ref) -> Flag;
        /// `iter(object)`
        33 fn iter(object: Ref) -> Option<Ref>;
        /// `next(iterator)`: 1 and the item, or 0 and null at the end.
        34 fn iter_next(iterator: Ref, item: *mut Option<Ref>) -> Status;
        /// Whether the object has `__next__`.
        35 fn is_iterator(object: Ref) -> Flag;

        // Calls.
        /// `callable(*arguments)`: `count` positional arguments, then the values of the keywords
        /// whose names are in the tuple `names`. The highest bit of `count` may be set: then
        /// `arguments[-1]` may be overwritten during the call (PEP 590).
        36 fn call(callable: Ref, arguments: *const Ref, count: usize, names: Option<Ref>) -> Option<Ref>;
        /// `arguments[0].name(*arguments[1:])`: `count` includes the object itself.
        37 fn call_method(name: Ref, arguments: *const Ref, count: usize, names: Option<Ref>) -> Option<Ref>;
        /// `callable(*arguments, **keywords)`: a tuple, and a dict or null.
        38 fn call_tuple(callable: Ref, arguments: Ref, keywords: Option<Ref>) -> Option<Ref>;

        // Numbers.
        /// `left + right`
        39 fn add(left: Ref, right: Ref) -> Option<Ref>;
        /// `left - right`
        40 fn subtract(left: Ref, right: Ref) -> Option<Ref>;
        /// `left * right`
        41 fn multiply(left: Ref, right: Ref) -> Option<Ref>;
        /// `left @ right`
        42 fn matrix_multiply(left: Ref, right: Ref) -> Option<Ref>;
        /// `left / right`
        43 fn true_divide(left: Ref, right: Ref) -> Option<Ref>;
        /// `left // right`
        44 fn floor_divide(left: Ref, right: Ref) -> Option<Ref>;
        /// `left % right`
        45 fn remainder(left: Ref, right: Ref) -> Option<Ref>;
        /// `divmod(left, right)`
        46 fn divmod(left: Ref, right: Ref) -> Option<Ref>;
        /// `pow(left, right, modulus)`; `modulus` may be None.
        47 fn power(left: Ref, right: Ref, modulus: Ref) -> Option<Ref>;
        /// `left << right`
        48 fn lshift(left: Ref, right: Ref) -> Option<Ref>;
        /// `left >> right`
        49 fn rshift(left: Ref, right: Ref) -> Option<Ref>;
        /// `left & right`
        50 fn and(left: Ref, right: Ref) -> Option<Ref>;
        /// `left | right`
        51 fn or(left: Ref, right: Ref) -> Option<Ref>;
        /// `left ^ right`
        52 fn xor(left: Ref, right: Ref) -> Option<Ref>;
        /// `left += right`
        53 fn add_in_place(left: Ref, right: Ref) -> Option<Ref>;
        /// `left -= right`
        54 fn subtract_in_place(left: Ref, right: Ref) -> Option<Ref>;
        /// `left *= right`
        55 fn multiply_in_place(left: Ref, right: Ref) -> Option<Ref>;
        /// `left @= right`
        56 fn matrix_multiply_in_place(left: Ref, right: Ref) -> Option<Ref>;
        /// `left /= right`
        57 fn true_divide_in_place(left: Ref, right: Ref) -> Option<Ref>;
        /// `left //= right`
        58 fn floor_divide_in_place(left: Ref, right: Ref) -> Option<Ref>;
        /// `left %= right`
        59 fn remainder_in_place(left: Ref, right: Ref) -> Option<Ref>;
        /// `left **= right`; `modulus` is None.
        60 fn power_in_place(left: Ref, right: Ref, modulus: Ref) -> Option<Ref>;
        /// `left <<= right`
        61 fn lshift_in_place(left: Ref, right: Ref) -> Option<Ref>;
        /// `left >>= right`
        62 fn rshift_in_place(left: Ref, right: Ref) -> Option<Ref>;
        /// `left &= right`
        63 fn and_in_place(left: Ref, right: Ref) -> Option<Ref>;
        /// `left |= right`
        64 fn or_in_place(left: Ref, right: Ref) -> Option<Ref>;
        /// `left ^= right`
        65 fn xor_in_place(left: Ref, right: Ref) -> Option<Ref>;
        /// `-object`
        66 fn negative(object: Ref) -> Option<Ref>;
        /// `+object`
        67 fn positive(object: Ref) -> Option<Ref>;
        /// `abs(object)`
        68 fn absolute(object: Ref) -> Option<Ref>;
        /// `~object`
        69 fn invert(object: Ref) -> Option<Ref>;
        /// `operator.index(object)`
        70 fn index(object: Ref) -> Option<Ref>;
        /// `int(object)`
        71 fn int(object: Ref) -> Option<Ref>;
        /// `float(object)`
        72 fn float(object: Ref) -> Option<Ref>;

        // int, float, complex.
        /// An int.
        73 fn int_from_i64(value: i64) -> Option<Ref>;
        /// An int.
        74 fn int_from_u64(value: u64) -> Option<Ref>;
        /// An int from `len` little-endian bytes in two's complement, or unsigned.
        75 fn int_from_bytes(bytes: *const u8, len: usize, signed: c_int) -> Option<Ref>;
        /// The value of an int, or of `__index__()`. Failures: `TypeError`, `OverflowError`.
        76 fn int_as_i64(object: Ref, value: *mut i64) -> Status;
        /// The value of an int, or of `__index__()`. Failures: `TypeError`, `OverflowError` (negative too).
        77 fn int_as_u64(object: Ref, value: *mut u64) -> Status;
        /// The lowest 64 bits of an int, or of `__index__()`.
        78 fn int_as_u64_mask(object: Ref, value: *mut u64) -> Status;
        /// Writes an int, or `__index__()`, into `len` little-endian bytes. Failures: `TypeError`, `OverflowError`.
        79 fn int_to_bytes(object: Ref, bytes: *mut u8, len: usize, signed: c_int) -> Status;
        /// How many bits an int has, without its sign: `int.bit_length()`.
        80 fn int_bit_length(object: Ref) -> Size;
        /// A float.
        81 fn float_from_f64(value: f64) -> Option<Ref>;
        /// The value of a float, of `__float__()` or of `__index__()`.
        82 fn float_as_f64(object: Ref, value: *mut f64) -> Status;
        /// A complex.
        83 fn complex_new(real: f64, imaginary: f64) -> Option<Ref>;
        /// The parts of a complex, of `__complex__()`, or of what `float_as_f64` takes.
        84 fn complex_parts(object: Ref, real: *mut f64, imaginary: *mut f64) -> Status;

        // str.
        /// A str from UTF-8. Failures: `UnicodeDecodeError`.
        85 fn str_from_utf8(text: *const c_char, len: usize) -> Option<Ref>;
        /// A str from `len` characters of `kind` (1, 2 or 4) bytes.
        86 fn str_from_kind(kind: u32, data: *const c_void, len: usize) -> Option<Ref>;
        /// The interned str of UTF-8 text: equal ones are the same object.
        87 fn str_intern(text: *const c_char, len: usize) -> Option<Ref>;
        /// UTF-8 of a str, alive as long as the str. Failures: `UnicodeEncodeError` for surrogates, `TypeError`.
        88 fn str_as_utf8(object: Ref, len: *mut isize) -> *const c_char;
        /// A look at the characters of a str, alive as long as the str.
        89 fn str_view(object: Ref, view: *mut StrView) -> Status;
        /// Starts a str of `len` characters, none above `max_char`.
        90 fn str_builder_new(len: usize, max_char: u32, builder: *mut StrBuilder) -> Status;
        /// Makes the str, whatever was written; `ValueError` above `U+10FFFF`. The builder is used up, on failure too.
        91 fn str_builder_finish(builder: *mut StrBuilder) -> Option<Ref>;
        /// Gives the builder up.
        92 fn str_builder_cancel(builder: *mut StrBuilder);
        /// Whether a str equals UTF-8 text.
        93 fn str_equals_utf8(object: Ref, text: *const c_char, len: usize) -> Flag;
        /// `object.encode(encoding, errors)`; null names: "utf-8" and "strict".
        94 fn str_encode(object: Ref, encoding: *const c_char, errors: *const c_char) -> Option<Ref>;
        /// `bytes.decode(encoding, errors)`
        95 fn str_decode(data: *const c_char, len: usize, encoding: *const c_char, errors: *const c_char) -> Option<Ref>;
        /// `os.fsencode(object)` of a str.
        96 fn str_encode_fs(object: Ref) -> Option<Ref>;
        /// `os.fsdecode(bytes)`
        97 fn str_decode_fs(data: *const c_char, len: usize) -> Option<Ref>;
        /// `left + right` of two str.
        98 fn str_concat(left: Ref, right: Ref) -> Option<Ref>;
        /// `separator.join(iterable)`
        99 fn str_join(separator: Ref, iterable: Ref) -> Option<Ref>;
        /// `object[start:end]`; out of range is clipped, negative is not counted from the end.
        100 fn str_substring(object: Ref, start: isize, end: isize) -> Option<Ref>;
        /// The character at an index.
        101 fn str_read(object: Ref, index: isize, character: *mut u32) -> Status;

        // bytes, bytearray.
        /// A bytes object.
        102 fn bytes_from(data: *const u8, len: usize) -> Option<Ref>;
        /// The memory of a bytes object, alive as long as the object.
        103 fn bytes_view(object: Ref, len: *mut usize) -> *const u8;
        /// A bytearray.
        104 fn bytearray_from(data: *const u8, len: usize) -> Option<Ref>;
        /// Copies `len` bytes out of a bytearray. Failures: `IndexError`.
        105 fn bytearray_read(object: Ref, offset: usize, data: *mut u8, len: usize) -> Status;
        /// Copies `len` bytes into a bytearray. Failures: `IndexError`.
        106 fn bytearray_write(object: Ref, offset: usize, data: *const u8, len: usize) -> Status;
        /// Changes the length of a bytearray. Failures: `BufferError` while it is exported.
        107 fn bytearray_resize(object: Ref, len: usize) -> Status;

        // list.
        /// A list of `count` items.
        108 fn list_from_array(items: *const Ref, count: usize) -> Option<Ref>;
        /// A list of ints.
        109 fn list_from_i64(values: *const i64, count: usize) -> Option<Ref>;
        /// A list of floats.
        110 fn list_from_f64(values: *const f64, count: usize) -> Option<Ref>;
        /// The length.
        111 fn list_len(list: Ref) -> Size;
        /// The item at an index from 0. Failures: `IndexError`.
        112 fn list_get(list: Ref, index: isize) -> Option<Ref>;
        /// Replaces the item at an index from 0. Failures: `IndexError`.
        113 fn list_set(list: Ref, index: isize, item: Ref) -> Status;
        /// Adds an item at the end.
        114 fn list_append(list: Ref, item: Ref) -> Status;
        /// Inserts an item before an index, as `list.insert` does.
        115 fn list_insert(list: Ref, index: isize, item: Ref) -> Status;
        /// Up to `count` items from an index on: how many there were. They are owned by the caller.
        116 fn list_items(list: Ref, start: usize, items: *mut Ref, count: usize) -> Size;
        /// `list[start:end]`
        117 fn list_slice(list: Ref, start: isize, end: isize) -> Option<Ref>;
        /// `list[start:end] = items`; null deletes.
        118 fn list_set_slice(list: Ref, start: isize, end: isize, items: Option<Ref>) -> Status;
        /// `list.sort()`
        119 fn list_sort(list: Ref) -> Status;
        /// `list.reverse()`
        120 fn list_reverse(list: Ref) -> Status;
        /// Up to `count` items from an index on, as `int_as_i64` reads them: how many there were.
        121 fn list_read_i64(list: Ref, start: usize, values: *mut i64, count: usize) -> Size;
        /// Up to `count` items from an index on, as `float_as_f64` reads them: how many there were.
        122 fn list_read_f64(list: Ref, start: usize, values: *mut f64, count: usize) -> Size;

        // tuple and other sequences.
        /// A tuple of `count` items.
        123 fn tuple_from_array(items: *const Ref, count: usize) -> Option<Ref>;
        /// The length.
        124 fn tuple_len(tuple: Ref) -> Size;
        /// The item at an index from 0. Failures: `IndexError`.
        125 fn tuple_get(tuple: Ref, index: isize) -> Option<Ref>;
        /// `tuple[start:end]`
        126 fn tuple_slice(tuple: Ref, start: isize, end: isize) -> Option<Ref>;
        /// Exactly `count` items of an iterable, owned by the caller. Failures: `ValueError` as unpacking has.
        127 fn sequence_unpack(object: Ref, items: *mut Ref, count: usize) -> Status;
        /// `list(object)`
        128 fn sequence_list(object: Ref) -> Option<Ref>;
        /// `tuple(object)`
        129 fn sequence_tuple(object: Ref) -> Option<Ref>;
        /// `left + right` of sequences.
        130 fn sequence_concat(left: Ref, right: Ref) -> Option<Ref>;
        /// `object * count`
        131 fn sequence_repeat(object: Ref, count: isize) -> Option<Ref>;
        /// `left += right` of sequences.
        132 fn sequence_concat_in_place(left: Ref, right: Ref) -> Option<Ref>;
        /// `object *= count`
        133 fn sequence_repeat_in_place(object: Ref, count: isize) -> Option<Ref>;
        /// The item at an index; below zero counts from the end.
        134 fn sequence_get(object: Ref, index: isize) -> Option<Ref>;
        /// Replaces the item at an index.
        135 fn sequence_set(object: Ref, index: isize, item: Ref) -> Status;
        /// Deletes the item at an index.
        136 fn sequence_del(object: Ref, index: isize) -> Status;
        /// `object[start:end]`
        137 fn sequence_slice(object: Ref, start: isize, end: isize) -> Option<Ref>;
        /// `object[start:end] = items`
        138 fn sequence_set_slice(object: Ref, start: isize, end: isize, items: Ref) -> Status;
        /// `del object[start:end]`
        139 fn sequence_del_slice(object: Ref, start: isize, end: isize) -> Status;
        /// How often an item occurs.
        140 fn sequence_count(object: Ref, item: Ref) -> Size;
        /// Where an item occurs first. Failures: `ValueError`.
        141 fn sequence_index(object: Ref, item: Ref) -> Size;

        // dict and other mappings.
        /// An empty dict.
        142 fn dict_new() -> Option<Ref>;
        /// The length.
        143 fn dict_len(dict: Ref) -> Size;
        /// `dict[key]`: 1 and the value, or 0 and null when there is no such key.
        144 fn dict_find(dict: Ref, key: Ref, value: *mut Option<Ref>) -> Status;
        /// `dict[key] = value`
        145 fn dict_set(dict: Ref, key: Ref, value: Ref) -> Status;
        /// `del dict[key]`. Failures: `KeyError`.
        146 fn dict_del(dict: Ref, key: Ref) -> Status;
        /// `key in dict`
        147 fn dict_contains(dict: Ref, key: Ref) -> Status;
        /// `dict[key]` of an int value: 1 and the value, or 0 when there is no such key.
        148 fn dict_find_i64(dict: Ref, key: Ref, value: *mut i64) -> Status;
        /// `dict[key] = value` of an int.
        149 fn dict_set_i64(dict: Ref, key: Ref, value: i64) -> Status;
        /// The entry behind a position, which starts at 0 and is moved on: 1, or 0 at the end. Key
        /// and value are owned by the caller. The keys must not change meanwhile.
        150 fn dict_next(dict: Ref, position: *mut isize, key: *mut Option<Ref>, value: *mut Option<Ref>) -> Status;
        /// `dict.clear()`
        151 fn dict_clear(dict: Ref) -> Status;
        /// `dict.copy()`
        152 fn dict_copy(dict: Ref) -> Option<Ref>;
        /// `dict.update(other)`; with `keep`, keys that are there already keep their values.
        153 fn dict_merge(dict: Ref, other: Ref, keep: c_int) -> Status;
        /// `dict.setdefault(key, value)`: 1 when it was there, 0 when it was set; `found` is owned by the caller.
        154 fn dict_set_default(dict: Ref, key: Ref, value: Ref, found: *mut Option<Ref>) -> Status;
        /// `list(dict.keys())`
        155 fn dict_keys(dict: Ref) -> Option<Ref>;
        /// `list(dict.values())`
        156 fn dict_values(dict: Ref) -> Option<Ref>;
        /// `list(dict.items())`
        157 fn dict_items(dict: Ref) -> Option<Ref>;
        /// `list(object.keys())`
        158 fn mapping_keys(object: Ref) -> Option<Ref>;
        /// `list(object.values())`
        159 fn mapping_values(object: Ref) -> Option<Ref>;
        /// `list(object.items())`
        160 fn mapping_items(object: Ref) -> Option<Ref>;

        // set, frozenset.
        /// `set(iterable)`; null: an empty one.
        161 fn set_new(iterable: Option<Ref>) -> Option<Ref>;
        /// `frozenset(iterable)`; null: an empty one.
        162 fn frozenset_new(iterable: Option<Ref>) -> Option<Ref>;
        /// The length, of a frozenset too.
        163 fn set_len(set: Ref) -> Size;
        /// `item in set`, of a frozenset too.
        164 fn set_contains(set: Ref, item: Ref) -> Status;
        /// `set.add(item)`
        165 fn set_add(set: Ref, item: Ref) -> Status;
        /// `set.discard(item)`: 1 when it was there.
        166 fn set_discard(set: Ref, item: Ref) -> Status;
        /// `set.pop()`. Failures: `KeyError`.
        167 fn set_pop(set: Ref) -> Option<Ref>;
        /// `set.clear()`
        168 fn set_clear(set: Ref) -> Status;

        // slice.
        /// `slice(start, stop, step)`; null: None.
        169 fn slice_new(start: Option<Ref>, stop: Option<Ref>, step: Option<Ref>) -> Option<Ref>;
        /// `slice.indices(len)` and how many items that selects.
        170 fn slice_indices(slice: Ref, len: isize, start: *mut isize, stop: *mut isize, step: *mut isize) -> Size;

        // Buffers.
        /// Asks an object for its memory; `flags` as in `buffer_flags`.
        171 fn buffer_get(object: Ref, buffer: *mut Buffer, flags: c_int) -> Status;
        /// Gives it back.
        172 fn buffer_release(buffer: *mut Buffer);
        /// `memoryview(object)`
        173 fn memoryview_from(object: Ref) -> Option<Ref>;

        // Capsules and weak references.
        /// A capsule; `drop` gets the pointer when it is collected.
        174 fn capsule_new(pointer: *mut c_void, name: *const c_char, drop: Option<unsafe extern "C" fn(*mut c_void)>) -> Option<Ref>;
        /// The pointer of a capsule of that name. Failures: `ValueError`.
        175 fn capsule_pointer(capsule: Ref, name: *const c_char) -> *mut c_void;
        /// Imports the capsule of a dotted name and gives its pointer.
        176 fn capsule_import(name: *const c_char) -> *mut c_void;
        /// `weakref.ref(object, callback)`
        177 fn weakref_new(object: Ref, callback: Option<Ref>) -> Option<Ref>;
        /// What a weak reference refers to: 1, or 0 when it is gone.
        178 fn weakref_get(weak: Ref, object: *mut Option<Ref>) -> Status;

        // Functions, types, modules.
        /// A function; `this` is what its entry gets as self.
        179 fn function_new(definition: *const FunctionDef, this: Option<Ref>, module: Option<Ref>) -> Option<Ref>;
        /// A function with data of its own. On failure the data is dropped.
        180 fn closure_new(closure: *const Closure) -> Option<Ref>;
        /// A type; `base` null: object.
        181 fn type_new(definition: *const TypeDef, module: Ref, base: Option<Ref>) -> Option<Ref>;
        /// An instance whose payload is not written yet and whose fields are unset. `class` is what was made
        /// from the definition, or derived from it without another definition between: else `TypeError`.
        182 fn instance_new(class: Ref, definition: *const TypeDef) -> Option<Ref>;
        /// Where an instance's payload is.
        183 fn instance_payload(object: Ref, definition: *const TypeDef) -> *mut c_void;
        /// Reports what an instance refers to: the body of a traverse slot.
        184 fn instance_traverse(object: Ref, definition: *const TypeDef, visit: VisitFn, argument: *mut c_void) -> Flag;
        /// Unsets an instance's fields: the body of a clear slot.
        185 fn instance_clear(object: Ref, definition: *const TypeDef);
        /// Drops the payload and the fields and frees the memory: the body of a dealloc slot.
        186 fn instance_free(object: Ref, definition: *const TypeDef);
        /// A field: 1 and the value, or 0 and null when it is unset.
        187 fn field_load(owner: Ref, definition: *const TypeDef, index: usize, value: *mut Option<Ref>) -> Status;
        /// Sets a field, or unsets it.
        188 fn field_store(owner: Ref, definition: *const TypeDef, index: usize, value: Option<Ref>) -> Status;
        /// An exception class; `base` null: Exception; `name` is dotted, `dict` its namespace.
        189 fn exception_new(name: *const c_char, doc: *const c_char, base: Option<Ref>, dict: Option<Ref>) -> Option<Ref>;
        /// A module inside a module: its definition is attached, and it is importable as `parent.child`.
        190 fn submodule_new(definition: *const ModuleDef, parent: Ref) -> Option<Ref>;
        /// `import name`: the module itself, also of a dotted name.
        191 fn import(name: Ref) -> Option<Ref>;
        /// Runs source text; `mode` is 0 for an expression, 1 for statements. Null globals: those of `__main__`.
        192 fn run(source: *const c_char, filename: *const c_char, mode: c_int, globals: Option<Ref>, locals: Option<Ref>) -> Option<Ref>;

        // Errors.
        /// Makes `class(value)` pending.
        193 fn error_set(class: Ref, value: Option<Ref>);
        /// Takes the pending exception out, normalized: 1, or 0 when none is pending.
        194 fn error_take(exception: *mut Option<Ref>) -> Flag;
        /// Makes an exception pending.
        195 fn error_restore(exception: Ref);
        /// Whether an exception is pending.
        196 fn error_pending() -> Flag;
        /// Whether an exception, or a class, would be caught by `except class`.
        197 fn error_matches(exception: Ref, class: Ref) -> Flag;
        /// Prints an exception with its traceback to `sys.stderr`.
        198 fn error_print(exception: Ref);
        /// Hands an exception to `sys.unraisablehook`.
        199 fn error_unraisable(exception: Ref, object: Option<Ref>);
        /// `warnings.warn(message, category, stacklevel)`
        200 fn warn(category: Ref, message: Ref, stack_level: isize) -> Status;
        /// `warnings.warn_explicit(message, category, filename, line, module)`
        201 fn warn_explicit(category: Ref, message: Ref, filename: Ref, line: c_int, module: Ref) -> Status;

        // Threads and interpreters.
        /// Gives up the interpreter.
        202 fn detach() -> ThreadState;
        /// Takes it again.
        203 fn reattach(state: ThreadState);
        /// Attaches a thread that is not attached to any interpreter.
        204 fn thread_attach(attachment: *mut Attachment) -> Status;
        /// Undoes `thread_attach`.
        205 fn thread_detach(attachment: Attachment);
        /// 0: this thread is attached to nothing; 1: to this interpreter; 2: to another one.
        206 fn thread_attached() -> u32;
        /// Runs pending signal handlers.
        207 fn check_signals() -> Status;
        /// Enters a recursion. Failures: `RecursionError`; `place` follows its message.
        208 fn recursion_enter(place: *const c_char) -> Status;
        /// Leaves it.
        209 fn recursion_leave();

        // What every object does by itself: for classes with special methods of their own.
        /// `object.__getattribute__(object, name)`
        210 fn get_attr_generic(object: Ref, name: Ref) -> Option<Ref>;
        /// `object.__setattr__(object, name, value)`; null: `object.__delattr__(object, name)`.
        211 fn set_attr_generic(object: Ref, name: Ref, value: Option<Ref>) -> Status;

        // Instances, continued.
        /// The same as `instance_new`, with arguments for the `__new__` of the nearest base that the
        /// extension did not define: a tuple and a dict, or null.
        212 fn instance_new_with(class: Ref, definition: *const TypeDef, arguments: Option<Ref>, keywords: Option<Ref>) -> Option<Ref>;
        /// Sets a field, or unsets it, and gives out the value before: 1, or 0 and null when it was unset.
        213 fn field_swap(owner: Ref, definition: *const TypeDef, index: usize, value: Option<Ref>, old: *mut Option<Ref>) -> Status;

        // Fields with many references: `index` counts all fields of the definition, these after the others.
        /// How many there are.
        214 fn vector_len(owner: Ref, definition: *const TypeDef, index: usize) -> Size;
        /// The reference at a place from 0. Failures: `IndexError`.
        215 fn vector_get(owner: Ref, definition: *const TypeDef, index: usize, at: usize) -> Option<Ref>;
        /// Replaces the reference at a place, and gives out the one before. Failures: `IndexError`.
        216 fn vector_swap(owner: Ref, definition: *const TypeDef, index: usize, at: usize, value: Ref) -> Option<Ref>;
        /// Adds a reference at the end.
        217 fn vector_push(owner: Ref, definition: *const TypeDef, index: usize, value: Ref) -> Status;
        /// Takes the last reference out: 1, or 0 and null when there is none.
        218 fn vector_pop(owner: Ref, definition: *const TypeDef, index: usize, value: *mut Option<Ref>) -> Status;
        /// Takes the reference at a place out. Failures: `IndexError`.
        219 fn vector_remove(owner: Ref, definition: *const TypeDef, index: usize, at: usize) -> Option<Ref>;
        /// Replaces the references from `start` to `end` with `count` others; out of range is clipped.
        220 fn vector_splice(owner: Ref, definition: *const TypeDef, index: usize, start: usize, end: usize, values: *const Ref, count: usize) -> Status;
        /// Up to `count` references from a place on: how many there were. They are owned by the caller.
        221 fn vector_items(owner: Ref, definition: *const TypeDef, index: usize, start: usize, items: *mut Ref, count: usize) -> Size;
    } };
}
